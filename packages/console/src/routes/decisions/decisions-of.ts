import { requestsOf, type Request } from '../../session/requests/requests-of.ts'
import type { ConsoleState } from '../../store/types.ts'
import { rootIdOf } from './root-id.ts'

export type Decision = Request & {
  serverId: string
  /** Of the session that a person opens: a subagent's is in its parent's. */
  rootId: string
}

/** Everything that waits for a person, over all sessions of all servers that answer, the oldest first on each. Pure. */
export function decisionsOf({ order, servers }: Pick<ConsoleState, 'order' | 'servers'>): Decision[] {
  return order.flatMap((serverId) => {
    const server = servers[serverId]
    if (!server || server.info.health === 'offline') return []
    const asking = [...Object.values(server.permissions), ...Object.values(server.questions)]
    const roots = new Set(asking.map(({ sessionID }) => rootIdOf(server.sessions, sessionID)))
    return [...roots]
      .flatMap((rootId) => requestsOf(server, rootId).map((request) => ({ ...request, serverId, rootId })))
      .toSorted((a, b) => (stampOf(a) < stampOf(b) ? -1 : 1))
  })
}

/** Ids of permissions and questions differ in their first letters; what follows ascends alike. */
const stampOf = ({ request }: Decision) => request.id.slice(request.id.indexOf('_'))
