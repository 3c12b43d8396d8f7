/** A file's diff in blocks, so that only those in sight need elements: bars that say what is hidden, and rows by the dozen. Pure. */
import type { Gap, Stretch } from './context.ts'
import { splitRows, type SplitRow } from './split-rows.ts'
import type { DiffRow, Hunk } from './unified-diff.ts'

export type Layout = 'unified' | 'split'

/** A block comes and goes as a whole, in one frame. */
const ROWS = 30

export interface RowsBlock {
  kind: 'rows'
  /** Of a diff in two columns; in one column each side that is there is a row. */
  rows: readonly SplitRow[]
  /** All rows of its hunk, by which words are compared; none of them changed outside of one. */
  of: readonly DiffRow[]
}

export interface BarBlock {
  kind: 'bar'
  gap: Gap | undefined
  hunk: Hunk | undefined
}

export type DiffBlock = BarBlock | RowsBlock

const alone = (row: DiffRow): SplitRow =>
  row.kind === 'removed'
    ? { before: row }
    : row.kind === 'added'
      ? { after: row }
      : { before: row, after: row }

export function blocksOf(stretches: readonly Stretch[], layout: Layout): DiffBlock[] {
  const blocks: DiffBlock[] = []
  for (const [at, stretch] of stretches.entries()) {
    if (stretch.kind === 'gap') {
      const next = stretches[at + 1]
      const hunk = next?.kind === 'rows' ? next.hunk : undefined
      blocks.push({ kind: 'bar', gap: stretch.gap, hunk })
      continue
    }
    const isBehindGap = stretches[at - 1]?.kind === 'gap'
    if (stretch.hunk && !isBehindGap) blocks.push({ kind: 'bar', gap: undefined, hunk: stretch.hunk })
    const rows = layout === 'split' ? splitRows(stretch.rows) : stretch.rows.map(alone)
    for (let from = 0; from < rows.length; from += ROWS)
      blocks.push({ kind: 'rows', rows: rows.slice(from, from + ROWS), of: stretch.hunk?.rows ?? [] })
  }
  return blocks
}

/** The rows of a block once each, in the order of one column. */
export const rowsOfBlock = ({ rows }: RowsBlock): DiffRow[] =>
  rows.flatMap(({ before, after }) =>
    before === after ? (before ?? []) : [before, after].filter((row) => row !== undefined),
  )
