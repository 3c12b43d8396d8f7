/** Which words of a changed line changed. Pure. */
import { diffWordsWithSpace } from 'diff'
import { splitRows, type SplitRow } from './split-rows.ts'
import type { DiffRow } from './unified-diff.ts'

/** UTF-16 units, from and up to, in order and apart. */
export type Range = readonly [from: number, to: number]

/** Of a longer line only its common beginning and end are told apart. */
const MOST_UNITS = 1000
/**
 * So many words that came or went make a line another one. To find more takes the square of them: 990 units of signs took 0.3 s, up to here it is
 * a millisecond.
 */
const MOST_EDITS = 60
/** Lines that have less than this in common are two lines: marks all over them say nothing. */
const LEAST_COMMON = 0.25

export interface PairMarks {
  before: Range[]
  after: Range[]
}

const NONE: PairMarks = { before: [], after: [] }

export function wordMarks(before: string, after: string): PairMarks {
  if (before === after) return NONE
  return before.length > MOST_UNITS || after.length > MOST_UNITS
    ? endMarks(before, after)
    : marksOfWords(before, after)
}

function marksOfWords(before: string, after: string): PairMarks {
  const marks = { before: [] as Range[], after: [] as Range[] }
  let [left, right, common] = [0, 0, 0]
  const changes = diffWordsWithSpace(before, after, { maxEditLength: MOST_EDITS })
  if (!changes) return endMarks(before, after)
  for (const { value, added, removed } of changes) {
    if (removed) left = mark(marks.before, left, value)
    else if (added) right = mark(marks.after, right, value)
    else {
      left += value.length
      right += value.length
      common += value.trim().length
    }
  }
  const length = Math.max(before.trim().length, after.trim().length)
  return common < length * LEAST_COMMON ? NONE : marks
}

function mark(ranges: Range[], from: number, value: string): number {
  const to = from + value.length
  ranges.push([from, to])
  return to
}

function endMarks(before: string, after: string): PairMarks {
  const most = Math.min(before.length, after.length)
  let head = 0
  while (head < most && before[head] === after[head]) head += 1
  let tail = 0
  while (tail < most - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1
  if (head + tail < Math.max(before.length, after.length) * LEAST_COMMON) return NONE
  const rest = (line: string): Range[] => (head + tail < line.length ? [[head, line.length - tail]] : [])
  return { before: rest(before), after: rest(after) }
}

type MarksOf = (row: DiffRow) => readonly Range[]

const known = new WeakMap<readonly DiffRow[], MarksOf>()

/** Those of a hunk's rows, once for all of its blocks. */
export function marksOf(rows: readonly DiffRow[]): MarksOf {
  const made = known.get(rows) ?? makeMarks(rows)
  known.set(rows, made)
  return made
}

/** Lines that only came or went have none. Each pair is compared when one of its lines is asked for. */
function makeMarks(rows: readonly DiffRow[]): MarksOf {
  let pairs: Map<DiffRow, SplitRow> | undefined
  const compared = new Map<SplitRow, PairMarks>()
  return (row) => {
    pairs ??= pairsOf(rows)
    const pair = pairs.get(row)
    if (!pair?.before || !pair.after) return NONE.before
    const known = compared.get(pair) ?? wordMarks(pair.before.text, pair.after.text)
    compared.set(pair, known)
    return row === pair.before ? known.before : known.after
  }
}

function pairsOf(rows: readonly DiffRow[]): Map<DiffRow, SplitRow> {
  const pairs = new Map<DiffRow, SplitRow>()
  for (const pair of splitRows(rows)) {
    if (!pair.before || !pair.after || pair.before === pair.after) continue
    pairs.set(pair.before, pair)
    pairs.set(pair.after, pair)
  }
  return pairs
}
