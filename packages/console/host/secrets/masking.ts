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

/** `least`: so many letters may be the beginning of a secret; fewer are said at once, for what is stalled there would lack them. */
export function makeMasking({ finder, shown }: Omit<Forms, 'values'>, least = 1): Masking {
  let held = ''
  /** Of the letters held the first ones are said already. */
  let told = 0

  /** Everything before `until` is said; a secret that begins before it is hidden whole. */
  function say(text: string, until: number): string {
    const unsaid = (from: number, to: number) => text.slice(Math.max(from, told), Math.max(to, told))
    const pieces: string[] = []
    let from = 0
    for (let found = finder.find(text, 0); found && found.at < until; found = finder.find(text, from)) {
      pieces.push(unsaid(from, found.at), shown(found.value))
      from = found.at + found.value.length
    }
    const open = Math.max(from, until)
    const end = text.length - open < least ? text.length : open
    pieces.push(unsaid(from, end))
    held = text.slice(open)
    told = Math.max(told, end) - open
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
