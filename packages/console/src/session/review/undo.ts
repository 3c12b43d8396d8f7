import { canUndo, undoingPatch } from '../../code/diff/patch-text.ts'
import { parsePatch, type FilePatch, type Hunk } from '../../code/diff/unified-diff.ts'
import { applyPatch } from '../../sdk/review.ts'
import { ProblemError } from '../../sdk/problem.ts'
import type { ChangedFile } from './changed-file.ts'
import { wholePatch } from '../../code/diff/whole-patch.ts'
import { wholeDiff } from '../../sdk/whole-diff.ts'

/** What is to be taken back of a file: some of its lines, or all that changed. */
export interface Undo {
  file: ChangedFile
  hunk: Hunk | undefined
  /** Where its lines are known already. */
  patch?: FilePatch
}

/** Takes it back in the folder: all of it, or nothing where the file has changed since. Throws `ProblemError`. */
export async function undoChange({ file, hunk, patch }: Undo, root: string): Promise<void> {
  const known = patch ?? (await patchOf(file))
  if (!known || !canUndo(known)) {
    throw new ProblemError({
      code: 'no-patch',
      message:
        'What changed in this file can’t be taken back line by line: it is binary, renamed or not all UTF-8.',
    })
  }
  const change = file.diff.status ?? 'modified'
  const text = hunk
    ? undoingPatch(file.path, { hunks: [hunk], modes: {} }, 'modified')
    : undoingPatch(file.path, known, known.change === 'renamed' ? 'modified' : change)
  try {
    await applyPatch({ serverId: file.place.serverId, directory: root }, text)
  } catch (error) {
    throw isConflict(error) ? conflict(file) : error
  }
}

async function patchOf({ diff, place, path }: ChangedFile): Promise<FilePatch | undefined> {
  const [told] = parsePatch(diff.patch ?? '')
  if (told && (told.hunks.length > 0 || diff.additions + diff.deletions === 0)) return told
  const whole = await wholeDiff(place, path)
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
