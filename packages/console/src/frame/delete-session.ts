import { keyOf } from '../store/session-key.ts'
import type { SessionRef } from '../store/types.ts'
import { reportFailure } from './report-failure.ts'

interface Means {
  remove: () => Promise<unknown>
  /** The key of the session on screen. */
  looking: () => string | undefined
  /** Away from a session that is gone. */
  leave: () => void
  onDeleted?: (() => void) | undefined
}

/** That takes a while, and another try may come much later: whoever looks at something else by then stays there. Never rejects. */
export async function deleteSession(session: SessionRef, means: Means): Promise<void> {
  try {
    await means.remove()
  } catch (error) {
    reportFailure('Couldn’t delete the session', error, () => void deleteSession(session, means))
    return
  }
  if (means.looking() === keyOf(session)) means.leave()
  means.onDeleted?.()
}
