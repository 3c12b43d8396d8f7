/** Unchanged lines between and around hunks, shown as far as the reader asks for them. Pure. */
import type { DiffRow, FilePatch, Hunk } from './unified-diff.ts'

/** How many lines of each gap are shown, from its beginning (below the hunk before it) and from its end (above the hunk behind it). */
export type Shown = Readonly<Record<number, { top: number; bottom: number }>>

/** Lines that one press shows. */
export const STEP = 20

export interface Gap {
  /** Its number: the hunk behind it, or the count of hunks. */
  at: number
  /** Its first line on both sides. */
  before: number
  after: number
  /** Lines that it hides; undefined: up to the file's end, wherever that is. */
  lines: number | undefined
}

const heightOf = (hunk: Hunk, side: 'before' | 'after') =>
  hunk.rows.filter((row) => row[side] !== undefined).length

/** Where a side without lines is said to start at 0, or at the line in front. */
const startOf = (hunk: Hunk, side: 'before' | 'after') => hunk[side] + (heightOf(hunk, side) === 0 ? 1 : 0)

/** The gaps before each hunk and behind the last. `length`: of the file's lines after the change, where they are known. */
export function gapsOf(hunks: readonly Hunk[], length?: number): Gap[] {
  const gaps: Gap[] = []
  let [before, after] = [1, 1]
  for (const [at, hunk] of hunks.entries()) {
    gaps.push({ at, before, after, lines: Math.max(0, startOf(hunk, 'after') - after) })
    before = startOf(hunk, 'before') + heightOf(hunk, 'before')
    after = startOf(hunk, 'after') + heightOf(hunk, 'after')
  }
  const lines = length === undefined ? undefined : Math.max(0, length - after + 1)
  return [...gaps, { at: hunks.length, before, after, lines }]
}

function rowsOf(gap: Gap, from: number, count: number, lines: readonly string[]): DiffRow[] {
  return Array.from({ length: count }, (_, index): DiffRow => {
    const text = lines[gap.after + from + index - 1] ?? ''
    const crlf = text.endsWith('\r')
    return {
      kind: 'same',
      before: gap.before + from + index,
      after: gap.after + from + index,
      text: crlf ? text.slice(0, -1) : text,
      ...(crlf && { crlf }),
    }
  })
}

export type Stretch = { kind: 'rows'; rows: DiffRow[]; hunk: Hunk | undefined } | { kind: 'gap'; gap: Gap }

/** The hunks and what is shown between them, in order, and what stays hidden. `lines`: of the file after the change. */
export function stretchesOf(hunks: readonly Hunk[], shown: Shown, lines?: readonly string[]): Stretch[] {
  const stretches: Stretch[] = []
  for (const gap of gapsOf(hunks, lines?.length)) {
    const { top, bottom } = shownOf(gap, shown[gap.at], lines)
    const put = (rows: DiffRow[]) =>
      rows.length > 0 && stretches.push({ kind: 'rows', rows, hunk: undefined })
    put(rowsOf(gap, 0, top, lines ?? []))
    const left = gap.lines === undefined ? undefined : gap.lines - top - bottom
    const [before, after] = [gap.before + top, gap.after + top]
    if (left !== 0) stretches.push({ kind: 'gap', gap: { at: gap.at, before, after, lines: left } })
    put(rowsOf(gap, (gap.lines ?? 0) - bottom, bottom, lines ?? []))
    const hunk = hunks[gap.at]
    if (hunk) stretches.push({ kind: 'rows', rows: hunk.rows, hunk })
  }
  return stretches
}

function shownOf(
  { lines: all = 0 }: Gap,
  shown: Shown[number] | undefined,
  lines: readonly string[] | undefined,
) {
  if (!shown || !lines) return { top: 0, bottom: 0 }
  const top = Math.min(shown.top, all)
  return { top, bottom: Math.min(shown.bottom, all - top) }
}

/** The lines of a text, as an editor counts them. */
export const linesOf = (text: string): string[] => (text === '' ? [] : text.replace(/\n$/, '').split('\n'))

/** Whether the text is the one that the diff leads to: the file may have moved on since. */
export function fitsPatch({ hunks }: Pick<FilePatch, 'hunks'>, lines: readonly string[]): boolean {
  const isSame = ({ after, text, crlf }: DiffRow) =>
    after === undefined || lines[after - 1] === `${text}${crlf ? '\r' : ''}`
  return (
    hunks.every((hunk) => hunk.rows.every(isSame)) &&
    // Of a hunk that only removes, no row says how long the file has to be.
    gapsOf(hunks).every(({ after }) => after <= lines.length + 1)
  )
}
