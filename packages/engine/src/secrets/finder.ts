/**
 * PURE: finds any of many values in a text, in one pass that looks at every few letters only: two of them mostly say that none of the values is near
 * (Wu and Manber). Whoever chooses the values chooses no cost: those that begin alike stand in order, and are not looked through.
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

/** `given`: of at least eight letters; shorter ones are left out. */
export function makeFinder(given: Iterable<string>): Finder {
  const values = [...new Set(given)].filter(({ length }) => length >= WINDOW).toSorted()
  const shifts = shiftsOf(values)
  const alike = groupsOf(values)
  const longest = Math.max(0, ...values.map(({ length }) => length))
  const short = new Set(values.flatMap((value) => SHORT.map((length) => value.slice(0, length))))

  /** The first place at which one of the values could begin, by its eight letters, and what is found there. */
  function search<T>(text: string, from: number, at: (group: Alike, at: number) => T | undefined) {
    for (let end = from + WINDOW - 1; end < text.length;) {
      const shift = shifts[pairAt(text, end)] ?? 0
      const start = end - WINDOW + 1
      const group = shift === 0 ? alike.get(text.slice(start, end + 1)) : undefined
      const found = group && at(group, start)
      if (found !== undefined) return found
      end += Math.max(1, shift)
    }
    return undefined
  }

  return {
    find(text, from) {
      if (values.length === 0) return undefined
      return search(text, from, (group, at) => {
        const value = group.longestAt(text, at)
        return value === undefined ? undefined : { at, value }
      })
    },
    openEnd(text) {
      const from = Math.max(0, text.length - longest + 1)
      const begun = search(text, from, (group, at) => (group.isBegunBy(text.slice(at)) ? at : undefined))
      if (begun !== undefined) return begun
      const length = SHORT.find((one) => one <= text.length && short.has(text.slice(-one))) ?? 0
      return text.length - length
    },
  }
}

const SHORT = [7, 6, 5, 4, 3, 2, 1]

/** Values that begin with the same letters. */
interface Alike {
  longestAt(text: string, at: number): string | undefined
  /** Whether one of them begins so, and goes on. */
  isBegunBy(text: string): boolean
}

/** By the letters that they begin with. */
function groupsOf(values: readonly string[]): Map<string, Alike> {
  const groups = new Map<string, string[]>()
  for (const value of values) {
    const group = groups.get(value.slice(0, WINDOW))
    if (group) group.push(value)
    else groups.set(value.slice(0, WINDOW), [value])
  }
  return new Map([...groups].map(([beginning, group]) => [beginning, alikeOf(group)]))
}

/** `values`: in order. */
function alikeOf(values: readonly string[]): Alike {
  const longest = Math.max(...values.map(({ length }) => length))
  const within = withinOf(values)
  return {
    longestAt(text, at) {
      const rest = text.slice(at, at + longest)
      // Whatever the text begins with, the last value that does not come after it begins with, too.
      let one = firstAfter(values, rest) - 1
      const same = commonLength(values[one] ?? '', rest)
      while (one >= 0 && (values[one]?.length ?? 0) > same) one = within[one] ?? -1
      return values[one]
    },
    isBegunBy: (text) => values[firstAfter(values, text)]?.startsWith(text) ?? false,
  }
}

/** Of each the longest other one that it begins with, -1 for none. */
function withinOf(values: readonly string[]): number[] {
  const open: number[] = []
  return values.map((value, at) => {
    while (open.length > 0 && !value.startsWith(values[open.at(-1) ?? 0] ?? '')) open.pop()
    const before = open.at(-1) ?? -1
    open.push(at)
    return before
  })
}

/** Of the values in order, the place of the first that comes after this text. */
function firstAfter(values: readonly string[], text: string): number {
  let [low, high] = [0, values.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((values[middle] ?? '') <= text) low = middle + 1
    else high = middle
  }
  return low
}

function commonLength(one: string, other: string): number {
  let length = 0
  while (length < one.length && one.charCodeAt(length) === other.charCodeAt(length)) length += 1
  return length
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
