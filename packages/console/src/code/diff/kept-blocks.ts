/** Blocks that stay what they are when the others change: elements are kept by their block, and with them what somebody writes between their lines. Pure. */
import type { DiffBlock, RowsBlock } from './blocks.ts'
import type { DiffRow, Hunk } from './unified-diff.ts'

/** What is as it was before is the same block. */
export function keptBlocks(before: readonly DiffBlock[], after: readonly DiffBlock[]): DiffBlock[] {
  const byPlace = new Map(before.map((block) => [placeOf(block), block]))
  const isSameHunk = comparedOnce(areSameRows)
  return after.map((block) => {
    const known = byPlace.get(placeOf(block))
    return known && isSameBlock(known, block, isSameHunk) ? known : block
  })
}

type CompareRows = (a: readonly DiffRow[], b: readonly DiffRow[]) => boolean

function placeOf(block: DiffBlock): string {
  if (block.kind === 'rows') {
    const [first] = block.rows
    return `rows ${first?.before?.before} ${first?.after?.after}`
  }
  return `bar ${block.gap?.at} ${block.hunk?.before} ${block.hunk?.after}`
}

function isSameBlock(a: DiffBlock, b: DiffBlock, isSameHunk: CompareRows): boolean {
  if (a.kind === 'rows') return b.kind === 'rows' && areSamePairs(a.rows, b.rows) && isSameHunk(a.of, b.of)
  return b.kind === 'bar' && areSameGaps(a.gap, b.gap) && areSameHunks(a.hunk, b.hunk, isSameHunk)
}

const areSameGaps = (a: object | undefined, b: object | undefined) => JSON.stringify(a) === JSON.stringify(b)

const areSameHunks = (a: Hunk | undefined, b: Hunk | undefined, isSameHunk: CompareRows) =>
  a === b || (a !== undefined && b !== undefined && a.context === b.context && isSameHunk(a.rows, b.rows))

const areSamePairs = (a: RowsBlock['rows'], b: RowsBlock['rows']) =>
  a.length === b.length &&
  a.every(({ before, after }, at) => isSameRow(before, b[at]?.before) && isSameRow(after, b[at]?.after))

const areSameRows: CompareRows = (a, b) =>
  a === b || (a.length === b.length && a.every((row, at) => isSameRow(row, b[at])))

const isSameRow = (a: DiffRow | undefined, b: DiffRow | undefined): boolean =>
  a === b ||
  (a !== undefined &&
    b !== undefined &&
    a.kind === b.kind &&
    a.before === b.before &&
    a.after === b.after &&
    a.text === b.text &&
    a.crlf === b.crlf &&
    a.unended === b.unended)

/** A hunk stands in each of its blocks. */
function comparedOnce(compare: CompareRows): CompareRows {
  const known = new Map<readonly DiffRow[], boolean>()
  return (a, b) => {
    const same = known.get(b) ?? compare(a, b)
    known.set(b, same)
    return same
  }
}
