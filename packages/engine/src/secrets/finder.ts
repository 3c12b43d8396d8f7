/**
 * PURE: finds any of many values in a text, in one pass whose cost does not depend on how many there are: the hash of each eight letters
 * (Rabin and Karp) says where it is worth looking.
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

const WINDOW = 8
const BASE = 31
const BITS = 16

/** `values`: of at least eight letters; shorter ones are left out. */
export function makeFinder(given: Iterable<string>): Finder {
  const values = [...given].filter(({ length }) => length >= WINDOW).toSorted((a, b) => b.length - a.length)
  const slots = new Map<number, string[]>()
  const isTaken = new Uint8Array(1 << BITS)
  for (const value of values) {
    const slot = slotOf(hashAt(value, 0))
    isTaken[slot] = 1
    slots.set(slot, [...(slots.get(slot) ?? []), value])
  }
  const startingAt = (text: string, at: number, slot: number) =>
    slots.get(slot)?.find((value) => text.startsWith(value, at))

  return {
    find(text, from) {
      if (values.length === 0 || text.length - from < WINDOW) return undefined
      let hash = hashAt(text, from)
      for (let at = from; ; at += 1) {
        const slot = slotOf(hash)
        const value = isTaken[slot] === 1 ? startingAt(text, at, slot) : undefined
        if (value !== undefined) return { at, value }
        if (at + WINDOW >= text.length) return undefined
        hash = rolled(hash, text.charCodeAt(at), text.charCodeAt(at + WINDOW))
      }
    },
    openEnd(text) {
      const starts = values.map((value) => openStart(text, value))
      return Math.min(text.length, ...starts)
    },
  }
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

/** What the oldest letter of a window counts. */
const OLDEST = Array.from({ length: WINDOW - 1 }).reduce<number>((power) => Math.imul(power, BASE), 1)

function hashAt(text: string, at: number): number {
  let hash = 0
  for (let next = at; next < at + WINDOW; next += 1)
    hash = (Math.imul(hash, BASE) + text.charCodeAt(next)) | 0
  return hash
}

function rolled(hash: number, leaving: number, coming: number): number {
  return (Math.imul((hash - Math.imul(leaving, OLDEST)) | 0, BASE) + coming) | 0
}

function slotOf(hash: number): number {
  return (Math.imul(hash, 0x9e37_79b1) >>> (32 - BITS)) & ((1 << BITS) - 1)
}
