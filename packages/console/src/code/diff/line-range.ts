/** Lines of one side of a file that somebody means. Pure. */
import type { DiffRow } from './unified-diff.ts'

export type Side = 'before' | 'after'

export interface LineRange {
  side: Side
  /** Line numbers of that side, both included. */
  from: number
  to: number
}

/** From where it began to where it is now, whichever comes first. On another side it stays on its own. */
export function stretchTo(from: LineRange, side: Side, line: number): LineRange {
  if (side !== from.side) return from
  return { side, from: Math.min(from.from, line), to: Math.max(from.from, line) }
}

export const holds = (range: LineRange | undefined, side: Side, line: number | undefined): boolean =>
  range !== undefined && line !== undefined && range.side === side && range.from <= line && line <= range.to

/** The side by which a row of one column is named: what was removed is there on the old one alone. */
export const sideOf = (row: DiffRow): Side => (row.kind === 'removed' ? 'before' : 'after')

/** The code of those lines, as far as the rows have it. */
export const codeOf = (rows: readonly DiffRow[], range: LineRange): string =>
  rows
    .filter((row) => holds(range, range.side, row[range.side]))
    .map(({ text }) => text)
    .join('\n')

export const sayLines = ({ from, to }: LineRange): string =>
  from === to ? `line ${from}` : `lines ${from}–${to}`
