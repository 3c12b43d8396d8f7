import type { BranchActions } from '../store/actions/branches.ts'
import type { SessionRef } from '../store/types.ts'
import { dismissToast, showToast } from '../ui/toast.ts'
import { reportFailure } from './report-failure.ts'

/** In which it can be taken back. Milliseconds. */
export const UNDO_MS = 10_000

interface Archived {
  ref: SessionRef
  title: string
  /** Besides its return into the roster. */
  onUndo?: () => void
}

/**
 * Puts a session away, and into the archive a little later: until then it can be taken back, from there it can not (docs/engine.md). A page that is closed
 * meanwhile archives it at once.
 */
export function archiveSession(
  branches: Pick<BranchActions, 'putAway'>,
  { ref, title, onUndo }: Archived,
): void {
  const { takeBack, archive } = branches.putAway(ref)
  const settle = () => {
    clearTimeout(timer)
    removeEventListener('pagehide', finish)
    dismissToast(toast)
  }
  const finish = () => {
    settle()
    archive().catch((error: unknown) => {
      takeBack()
      reportFailure('Couldn’t archive the session', error, () =>
        archiveSession(branches, { ref, title, ...(onUndo && { onUndo }) }),
      )
    })
  }
  const undo = () => {
    settle()
    takeBack()
    onUndo?.()
  }
  const timer = setTimeout(finish, UNDO_MS)
  addEventListener('pagehide', finish)
  const toast = showToast({
    tone: 'info',
    title: `Archived “${title}”`,
    hint: 'Undo works for ten seconds. After that it can be continued as a copy, from the archive.',
    action: { title: 'Undo', run: undo },
  })
}
