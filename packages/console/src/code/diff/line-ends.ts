/** How the lines of a diff end, told apart by their end alone. Pure. */
import type { DiffRow, FilePatch } from './unified-diff.ts'

export type LineEnds = 'CRLF' | 'LF' | 'mixed'

function endsOf(rows: readonly DiffRow[]): LineEnds | undefined {
  // The last line of a file may have no end at all.
  const ended = rows.filter((row) => !row.unended)
  if (ended.length === 0) return undefined
  const crlf = ended.filter((row) => row.crlf).length
  if (crlf === 0) return 'LF'
  return crlf === ended.length ? 'CRLF' : 'mixed'
}

const rowsOf = ({ hunks }: FilePatch): DiffRow[] => hunks.flatMap((hunk) => hunk.rows)

export interface EndsChange {
  from: LineEnds
  to: LineEnds
  /** Nothing else changed. */
  alone: boolean
}

/** Whether changed lines end in another way than before. */
export function endsChange(file: FilePatch): EndsChange | undefined {
  const rows = rowsOf(file)
  const [removed, added] = (['removed', 'added'] as const).map((kind) =>
    rows.filter((row) => row.kind === kind),
  )
  const [from, to] = [endsOf(removed ?? []), endsOf(added ?? [])]
  if (!from || !to || from === to) return undefined
  const texts = (side: DiffRow[] = []) => side.map(({ text }) => text).join('\n')
  return { from, to, alone: texts(removed) === texts(added) }
}

/** Whether its lines end in both ways, so that each has to show how. */
export const endsDiffer = (file: FilePatch): boolean => endsOf(rowsOf(file)) === 'mixed'
