/** Reads as many of a server's sessions as a range wants. */
import type { CountedRow } from './tally.ts'

/** Of one server; what is older is left out, and that is said. */
export const MOST_ROWS = 10_000
/** Of 500 rows as a rule; one whose rows are of no use has none. */
const MOST_PAGES = 100

export interface RowsPage {
  rows: readonly CountedRow[]
  next: string | null
}

export interface Reading {
  rows: readonly CountedRow[]
  pages: number
  /** Where it goes on; null: there is no more; undefined: nothing was read yet. */
  next: string | null | undefined
}

export const unread: Reading = { rows: [], pages: 0, next: undefined }

/** Whether all that was changed since then is read, as far as it may be: what began since was changed since. `since`: Unix milliseconds. */
export function isEnough(reading: Reading, since: number): boolean {
  const { rows, next } = reading
  if (next === undefined) return false
  return next === null || isCutOff(reading) || (rows.at(-1)?.updated ?? Infinity) < since
}

/** There is more, and it is not read. */
export const isCutOff = ({ rows, pages, next }: Reading): boolean =>
  typeof next === 'string' && (rows.length >= MOST_ROWS || pages >= MOST_PAGES)

/** The rows of before, where nothing about them is new: what is shown of them stays as it is, open or not. */
export function keepSame(read: readonly CountedRow[], before: readonly CountedRow[]): readonly CountedRow[] {
  const known = new Map(before.map((row) => [row.id, row]))
  const isSame = (a: CountedRow, b: CountedRow) =>
    a.updated === b.updated && JSON.stringify(a) === JSON.stringify(b)
  return read.map((row) => {
    const old = known.get(row.id)
    return old && isSame(old, row) ? old : row
  })
}

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
    readPage: (cursor: string | undefined) => Promise<RowsPage>
    tell: (reading: Reading) => void
    isWanted: () => boolean
  },
): Promise<void> {
  let reading = start
  while (isWanted() && !isEnough(reading, since)) {
    const page = await readPage(reading.next ?? undefined)
    if (!isWanted()) return
    reading = { rows: [...reading.rows, ...page.rows], pages: reading.pages + 1, next: page.next }
    tell(reading)
  }
}
