/** What a patch says beside its lines, and why there are none where there are none. Pure. Source: what the engine answers (docs/engine.md). */
import { endsChange } from './line-ends.ts'
import { countRows, type FilePatch } from './unified-diff.ts'

/** What the engine says of a file beside its patch. */
export interface FileCounts {
  additions: number
  deletions: number
  status?: 'added' | 'deleted' | 'modified' | undefined
}

const SYMLINK = '120000'
const SUBMODULE = '160000'

const shortMode = (mode: string): string => mode.slice(-3)

function modeNote({ modes: { before, after }, change }: FilePatch, counts?: FileCounts): string | undefined {
  const kind = after ?? before
  if (kind === SYMLINK && change === 'added' && counts?.status === 'modified')
    return 'It is a symbolic link now. The line is where it points.'
  if (kind === SYMLINK) return 'A symbolic link. The line is where it points.'
  if (kind === SUBMODULE) return 'A submodule. The line is its commit.'
  if (change === 'added') return after === '100755' ? 'Executable.' : undefined
  if (!before || !after || before === after) return undefined
  const modes = `(${shortMode(before)} → ${shortMode(after)})`
  if (after === '100755') return `Made executable ${modes}.`
  return before === '100755' ? `No longer executable ${modes}.` : `Mode changed ${modes}.`
}

function endsNote(file: FilePatch): string | undefined {
  const change = endsChange(file)
  if (!change) return undefined
  return `${change.alone ? 'Only line endings changed' : 'Line endings changed'}: ${change.from} → ${change.to}.`
}

function encodingNote({ hunks }: FilePatch): string | undefined {
  const rows = hunks.flatMap((hunk) => hunk.rows)
  const marked = (kind: string) => rows.some((row) => row.kind === kind && row.text.startsWith('\uFEFF'))
  if (marked('removed') !== marked('added') && rows.some((row) => row.before === 1 || row.after === 1))
    return marked('added') ? 'A byte order mark was added.' : 'The byte order mark was removed.'
  return rows.some((row) => row.text.includes('\uFFFD'))
    ? 'Not all of it is UTF-8. What is not is shown as \uFFFD.'
    : undefined
}

const NO_LINES: Record<FilePatch['change'], string> = {
  added: 'A new, empty file.',
  deleted: 'An empty file was deleted.',
  renamed: 'Its lines are the same.',
  modified: 'No lines were added or removed.',
}

const renameNote = ({ change, before }: FilePatch): string | undefined =>
  change === 'renamed' ? `Renamed from ${before}.` : undefined

/** What stands above the lines of a file, or in their place. Never empty where there are none. */
export function notesOf(file: FilePatch, counts?: FileCounts): string[] {
  if (file.binary) return [BINARY]
  const told = [renameNote(file), modeNote(file, counts), endsNote(file), encodingNote(file)]
  const notes = told.filter((note) => note !== undefined)
  if (countRows(file) > 0) return notes
  if (counts && counts.additions + counts.deletions > 0) return [...notes, TOO_LARGE]
  return file.change === 'renamed' || notes.length === 0 ? [...notes, NO_LINES[file.change]] : notes
}

const BINARY = 'A binary file: there are no lines to show.'
const TOO_LARGE = 'The engine leaves the lines out: they are too many.'

/** The text of both sides, where the engine can read them. */
export interface Sides {
  before?: string
  after?: string
}

/** Why there is nothing at all to show of a file whose patch is empty. */
export function whyNoPatch({ additions, deletions, status = 'modified' }: FileCounts, sides: Sides): string {
  if (additions + deletions > 0) return TOO_LARGE
  if (sides.before !== undefined || sides.after !== undefined) return NO_LINES[status]
  const what = status === 'modified' ? 'A' : status === 'added' ? 'A new' : 'A deleted'
  return `${what} binary file: there are no lines to show. Text in UTF-16 counts as binary too.`
}

/** Whether a patch shows lines at all. */
export const hasLines = (patch: string): boolean => /^@@ -\d/m.test(patch)
