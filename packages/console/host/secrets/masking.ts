/** PURE: secrets hidden in what comes in pieces. Held back is only what may be the beginning of one, so events do not wait. */
import { makeFinder, type Finder } from '@kilo-console/engine/secrets/finder'
import type { Masking } from '../http/secrets.ts'

export interface Forms {
  values: readonly string[]
  finder: Finder
  shown: (value: string) => string
}

/** Forms of text as they stand in bytes of UTF-8, each of them a letter. */
export function inBytes({ values, shown }: Forms): Forms {
  const marks = new Map(values.map((value) => [bytesOf(value), shown(value)]))
  const all = [...marks.keys()]
  return { values: all, finder: makeFinder(all), shown: (value) => marks.get(value) ?? '' }
}

export function makeMasking({ finder, shown }: Omit<Forms, 'values'>): Masking {
  let held = ''

  /** Everything before `until` is said; a secret that begins before it is hidden whole. */
  function say(text: string, until: number): string {
    const pieces: string[] = []
    let from = 0
    for (let found = finder.find(text, 0); found && found.at < until; found = finder.find(text, from)) {
      pieces.push(text.slice(from, found.at), shown(found.value))
      from = found.at + found.value.length
    }
    const end = Math.max(from, until)
    pieces.push(text.slice(from, end))
    held = text.slice(end)
    return pieces.join('')
  }

  return {
    get isHolding() {
      return held !== ''
    },
    push(piece) {
      const text = held + piece
      return say(text, finder.openEnd(text))
    },
    end: () => say(held, held.length),
  }
}

function bytesOf(text: string): string {
  return Buffer.from(text, 'utf8').toString('latin1')
}
