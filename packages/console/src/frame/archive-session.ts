import type { BranchActions, PutAway } from '../store/actions/branches.ts'
import type { SessionRef } from '../store/types.ts'
import { formatPlural } from '../ui/format.ts'
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

type Branches = Pick<BranchActions, 'putAway'>

/**
 * Puts a session away, and into the archive a little later: until then it can be taken back, from there it can not (docs/engine.md). A page that is closed
 * meanwhile archives it at once.
 */
export function archiveSession(branches: Branches, { ref, title, onUndo }: Archived): void {
  putAway(branches, {
    refs: [ref],
    what: 'the session',
    done: `Archived “${title}”`,
    ...(onUndo && { onUndo }),
  })
}

/** The same for several, which come back together. */
export function archiveSessions(branches: Branches, refs: readonly SessionRef[]): void {
  const count = formatPlural(refs.length, 'session')
  putAway(branches, { refs, what: count, done: `Archived ${count}` })
}

interface Words {
  refs: readonly SessionRef[]
  what: string
  done: string
  onUndo?: () => void
}

function putAway(branches: Branches, { refs, what, done, onUndo }: Words): void {
  const away = refs.map((ref): [SessionRef, PutAway] => [ref, branches.putAway(ref)])
  const settle = () => {
    clearTimeout(timer)
    removeEventListener('pagehide', finish)
    dismissToast(toast)
  }
  const finish = () => {
    settle()
    for (const [ref, { takeBack, archive }] of away) {
      archive().catch((error: unknown) => {
        takeBack()
        reportFailure(`Couldn’t archive ${what}`, error, () =>
          putAway(branches, { refs: [ref], what: 'the session', done, ...(onUndo && { onUndo }) }),
        )
      })
    }
  }
  const undo = () => {
    settle()
    away.forEach(([, { takeBack }]) => takeBack())
    onUndo?.()
  }
  const timer = setTimeout(finish, UNDO_MS)
  addEventListener('pagehide', finish)
  const toast = showToast({
    tone: 'info',
    title: done,
    hint: 'Undo works for ten seconds. After that it can be continued as a copy, from the archive.',
    action: { title: 'Undo', run: undo },
  })
}
