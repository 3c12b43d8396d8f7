import type { ServerState } from '../../store/types.ts'
import type { Activity } from '../../ui/state-icon.tsx'
import type { Request } from '../requests/requests-of.ts'

/** What a session does, by what matters most: a person that is waited for, then work, then the outcome. Pure. */
export function stateOfSession(
  server: Pick<ServerState, 'activity' | 'failed' | 'interrupted'> | undefined,
  sessionId: string,
  requests: readonly Request[],
): Activity {
  const [first] = requests
  if (first) return first.kind
  const activity = server?.activity[sessionId]
  if (activity) return activity.type === 'offline' ? 'offline' : 'working'
  if (server?.failed[sessionId]) return 'failed'
  return server?.interrupted[sessionId] ? 'interrupted' : 'idle'
}
