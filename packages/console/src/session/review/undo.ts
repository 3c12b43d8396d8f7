import { canUndo, undoingPatch } from '../../code/diff/patch-text.ts'
import { parsePatch, type FilePatch, type Hunk } from '../../code/diff/unified-diff.ts'
import { applyPatch } from '../../sdk/review.ts'
import { ProblemError } from '../../sdk/problem.ts'
import { formatPlural } from '../../ui/format.ts'
import type { ChangedFile } from './changed-file.ts'
import { wholePatch } from '../../code/diff/whole-patch.ts'
import { wholeOf } from './whole-of.ts'

/** What is to be taken back of a file: some of its lines, or all that changed. */
export interface Undo {
  file: ChangedFile
  hunk: Hunk | undefined
  /** Where its lines are known already. */
  patch?: FilePatch
}

/** The lines alone that are taken back. Undefined: all of the file, and so it is with a deleted one, which has no lines to put them between. */
export const linesOfUndo = ({ file, hunk }: Undo): Hunk | undefined =>
  file.diff.status === 'deleted' ? undefined : hunk

/** What happens to the file, in words. */
export function lossOf(undo: Undo): string {
  const { diff } = undo.file
  const hunk = linesOfUndo(undo)
  if (!hunk && diff.status === 'added') return 'the new file is deleted.'
  if (!hunk && diff.status === 'deleted') return 'the deleted file comes back.'
  const count = (kind: 'added' | 'removed') => hunk?.rows.filter((row) => row.kind === kind).length ?? 0
  const [added, removed] = hunk ? [count('added'), count('removed')] : [diff.additions, diff.deletions]
  const parts = [
    added > 0 ? `removes ${formatPlural(added, 'added line')}` : '',
    removed > 0 ? `restores ${formatPlural(removed, 'deleted line')}` : '',
  ].filter((part) => part !== '')
  return parts.length > 0 ? `${parts.join(' and ')}.` : 'what changed beside its lines goes back.'
}

/** Takes it back in the folder: all of it, or nothing where the file has changed since. Throws `ProblemError`. */
export async function undoChange(undo: Undo, root: string): Promise<void> {
  const { file, patch } = undo
  const known = patch ?? (await patchOf(file))
  if (!known || !canUndo(known)) {
    throw new ProblemError({
      code: 'no-patch',
      message:
        'What changed in this file can’t be taken back line by line: it is binary, renamed, too large or not all UTF-8.',
    })
  }
  const hunk = linesOfUndo(undo)
  const text = hunk
    ? undoingPatch(file.path, { hunks: [hunk], modes: {} }, 'modified')
    : undoingPatch(file.path, known, file.diff.status ?? 'modified')
  try {
    await applyPatch({ serverId: file.place.serverId, directory: root }, text)
  } catch (error) {
    throw isConflict(error) ? conflict(file) : error
  }
}

async function patchOf(file: ChangedFile): Promise<FilePatch | undefined> {
  const { diff } = file
  const [told] = parsePatch(diff.patch ?? '')
  if (told && (told.hunks.length > 0 || diff.additions + diff.deletions === 0)) return told
  const whole = await wholeOf(file)
  const [read] = parsePatch((whole && (await wholePatch(whole))) ?? '')
  return read
}

const isConflict = (error: unknown) => error instanceof ProblemError && error.status === 400

const conflict = ({ name }: ChangedFile) =>
  new ProblemError({
    code: 'not-clean',
    message: `${name} has changed since: these lines are not there any more as they were. Nothing was reverted.`,
    hint: 'Reload the changes, or ask Kilo to take it back.',
  })
