/** Reads as many of a server's sessions as a range wants. */
import type { UsagePage, UsageRow } from '../../../shared/usage.ts'

/** Of one server; what is older is left out, and that is said. */
export const MOST_ROWS = 10_000

export interface Reading {
  rows: readonly UsageRow[]
  /** Where it goes on; null: there is no more; undefined: nothing was read yet. */
  next: string | null | undefined
}

export const unread: Reading = { rows: [], next: undefined }

/** Whether all that was changed since then is read, as far as it may be: what began since was changed since. `since`: Unix milliseconds. */
export function isEnough({ rows, next }: Reading, since: number): boolean {
  if (next === undefined) return false
  return next === null || rows.length >= MOST_ROWS || (rows.at(-1)?.updated ?? 0) < since
}

/** There is more, and it is not read. */
export const isCutOff = ({ rows, next }: Reading): boolean =>
  typeof next === 'string' && rows.length >= MOST_ROWS

/**
 * Goes on until it is enough, a page at a time; `tell` gets each state. Ends without a word when `isWanted` says no more. Rejects as `readPage` does: what
 * was read before stays told.
 */
export async function readRows(
  start: Reading,
  since: number,
  {
    readPage,
    tell,
    isWanted,
  }: {
    readPage: (cursor: string | undefined) => Promise<UsagePage>
    tell: (reading: Reading) => void
    isWanted: () => boolean
  },
): Promise<void> {
  let reading = start
  while (isWanted() && !isEnough(reading, since)) {
    const page = await readPage(reading.next ?? undefined)
    if (!isWanted()) return
    reading = { rows: [...reading.rows, ...page.rows], next: page.next }
    tell(reading)
  }
}
