import type { NetworkWait } from '../store/actions/sessions.ts'
import { isWithin } from '../store/family.ts'
import { sessionOf, type ServerState } from '../store/types.ts'

/** Where a session, or a subagent of it, waits until somebody says to go on or to give up. Pure. */
export function networkWaitOf(
  server: Pick<ServerState, 'sessions' | 'others' | 'activity'>,
  sessionId: string,
): NetworkWait | undefined {
  for (const [id, activity] of Object.entries(server.activity)) {
    if (activity.type !== 'offline' || !isWithin(server.sessions, id, sessionId)) continue
    const directory = sessionOf(server, id)?.directory ?? ''
    return { requestId: activity.requestID, message: activity.message, directory }
  }
  return undefined
}
