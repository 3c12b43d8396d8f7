/**
 * PURE: finds any of many values in a text, in one pass that looks at every few letters only: two of them mostly say that none of the values is near
 * (Wu and Manber).
 */

export interface Found {
  at: number
  value: string
}

export interface Finder {
  /** The first at `from` or behind it; of several at one place the longest. */
  find(text: string, from: number): Found | undefined
  /** Where the end of the text may be the beginning of one; its length where it is not. */
  openEnd(text: string): number
}

/** What is looked for is at least so long. */
const WINDOW = 8
/** Pairs of letters that stand at the same place here are told apart by the search itself. */
const PAIRS = 1 << 16

/** `values`: of at least eight letters; shorter ones are left out. */
export function makeFinder(given: Iterable<string>): Finder {
  const values = [...given].filter(({ length }) => length >= WINDOW).toSorted((a, b) => b.length - a.length)
  const shifts = shiftsOf(values)
  const byBeginning = new Map<string, string[]>()
  for (const value of values) {
    const beginning = value.slice(0, WINDOW)
    byBeginning.set(beginning, [...(byBeginning.get(beginning) ?? []), value])
  }
  const startingAt = (text: string, at: number) =>
    byBeginning.get(text.slice(at, at + WINDOW))?.find((value) => text.startsWith(value, at))

  return {
    find(text, from) {
      if (values.length === 0) return undefined
      let end = from + WINDOW - 1
      while (end < text.length) {
        const shift = shifts[pairAt(text, end)] ?? 0
        if (shift > 0) {
          end += shift
          continue
        }
        const at = end - WINDOW + 1
        const value = startingAt(text, at)
        if (value !== undefined) return { at, value }
        end += 1
      }
      return undefined
    },
    openEnd(text) {
      const starts = values.map((value) => openStart(text, value))
      return Math.min(text.length, ...starts)
    },
  }
}

/** By the pair of letters at a window's end: how far the next window may be in which one of the values begins. */
function shiftsOf(values: readonly string[]): Uint8Array {
  const shifts = new Uint8Array(PAIRS).fill(WINDOW - 1)
  for (const value of values) {
    for (let end = 1; end < WINDOW; end += 1) {
      const pair = pairAt(value, end)
      shifts[pair] = Math.min(shifts[pair] ?? 0, WINDOW - 1 - end)
    }
  }
  return shifts
}

function pairAt(text: string, end: number): number {
  return ((text.charCodeAt(end - 1) << 8) ^ text.charCodeAt(end)) & (PAIRS - 1)
}

/** The text with each of them replaced; the same one where there is none. */
export function replaceFound(
  text: string,
  finder: Pick<Finder, 'find'>,
  by: (value: string) => string,
): string {
  let found = finder.find(text, 0)
  if (!found) return text
  const pieces: string[] = []
  let from = 0
  for (; found; found = finder.find(text, from)) {
    pieces.push(text.slice(from, found.at), by(found.value))
    from = found.at + found.value.length
  }
  pieces.push(text.slice(from))
  return pieces.join('')
}

function openStart(text: string, value: string): number {
  const first = value.charAt(0)
  const earliest = Math.max(0, text.length - value.length + 1)
  for (let at = text.indexOf(first, earliest); at !== -1; at = text.indexOf(first, at + 1)) {
    if (value.startsWith(text.slice(at))) return at
  }
  return text.length
}
