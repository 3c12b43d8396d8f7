import type { BranchActions, PutAway } from '../store/actions/branches.ts'
import type { SessionRef } from '../store/types.ts'
import { formatPlural } from '../ui/format.ts'
import { dismissToast, showToast } from '../ui/toast.ts'
import { actOnEach, nameFailed, type Acts } from './act-on-each.ts'
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
  putAway(branches, { refs: [ref], done: () => `Archived “${title}”`, ...(onUndo && { onUndo }) })
}

/** The same for several, which come back together. */
export function archiveSessions(branches: Branches, refs: readonly SessionRef[]): void {
  putAway(branches, { refs, done: (count) => `Archived ${formatPlural(count, 'session')}` })
}

interface Words {
  refs: readonly SessionRef[]
  /** `count`: of those that are archived. */
  done: (count: number) => string
  onUndo?: () => void
}

type Away = [SessionRef, PutAway]

/** What fails is back in the roster. */
function archiveAll(away: readonly Away[]): Acts<Away> {
  return actOnEach(away, ([, { archive, takeBack }]) =>
    archive().catch((error: unknown) => {
      takeBack()
      throw error
    }),
  )
}

function putAway(branches: Branches, { refs, done, onUndo }: Words): void {
  const away = refs.map((ref): Away => [ref, branches.putAway(ref)])
  const settle = () => {
    clearTimeout(timer)
    removeEventListener('pagehide', leave)
    dismissToast(toast)
  }
  const finish = (): Acts<Away> => {
    settle()
    const acts = archiveAll(away)
    addEventListener('pagehide', acts.rush)
    void acts.settled.then((failed) => {
      removeEventListener('pagehide', acts.rush)
      const [first] = failed
      const again = failed.map(({ item: [ref] }) => ref)
      const what = nameFailed(again.length, refs.length)
      const retry = () => putAway(branches, { refs: again, done, ...(onUndo && { onUndo }) })
      if (first) reportFailure(`Couldn’t archive ${what}`, first.error, retry)
      return undefined
    })
    return acts
  }
  const leave = () => finish().rush()
  const undo = () => {
    settle()
    away.forEach(([, { takeBack }]) => takeBack())
    onUndo?.()
  }
  const timer = setTimeout(finish, UNDO_MS)
  addEventListener('pagehide', leave)
  const toast = showToast({
    tone: 'info',
    title: done(refs.length),
    hint: 'Undo works for ten seconds. After that it can be continued as a copy, from the archive.',
    action: { title: 'Undo', run: undo },
    stays: true,
  })
}
