import { requestsIn, type Request } from '../../session/requests/requests-of.ts'
import type { ConsoleState } from '../../store/types.ts'
import { rootIdOf } from './root-id.ts'

export type Decision = Request & {
  /** No other's: two servers may use the same ids. */
  key: string
  serverId: string
  /** Of the session that a person opens: a subagent's is in its parent's. */
  rootId: string
}

/** Everything that waits for a person, over all sessions of all servers that answer, the oldest first on each. Pure. */
export function decisionsOf({ order, servers }: Pick<ConsoleState, 'order' | 'servers'>): Decision[] {
  return order.flatMap((serverId) => {
    const server = servers[serverId]
    if (!server || server.info.health === 'offline') return []
    return requestsIn(server).map((asked) => ({
      ...asked,
      key: `${serverId} ${asked.kind} ${asked.request.id}`,
      serverId,
      rootId: rootIdOf(server.sessions, asked.request.sessionID),
    }))
  })
}
