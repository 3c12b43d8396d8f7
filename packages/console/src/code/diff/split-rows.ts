/** A diff in two columns: what was removed stands beside what came in its place. Pure. */
import type { DiffRow } from './unified-diff.ts'

/** One row of both sides; of a line that did not change both are the same row. */
export interface SplitRow {
  before?: DiffRow
  after?: DiffRow
}

/** Lines that were removed and added in one go are paired in their order, the n-th with the n-th. */
export function splitRows(rows: readonly DiffRow[]): SplitRow[] {
  const split: SplitRow[] = []
  let removed: DiffRow[] = []
  let added: DiffRow[] = []
  const flush = () => {
    for (let at = 0; at < Math.max(removed.length, added.length); at += 1) {
      const [before, after] = [removed[at], added[at]]
      split.push({ ...(before && { before }), ...(after && { after }) })
    }
    removed = []
    added = []
  }
  for (const row of rows) {
    if (row.kind === 'same') {
      flush()
      split.push({ before: row, after: row })
    } else if (row.kind === 'added') added.push(row)
    else {
      // What is removed behind something added begins another change.
      if (added.length > 0) flush()
      removed.push(row)
    }
  }
  flush()
  return split
}
