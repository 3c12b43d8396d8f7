import type { Session } from '@kilocode/sdk/v2/client'
import { isWithin } from '../../store/family.ts'
import type { Permission, Question, ServerState } from '../../store/types.ts'

export type Request =
  | { kind: 'permission'; request: Permission; by: Session | undefined }
  | { kind: 'question'; request: Question; by: Session | undefined }

type Known = Pick<ServerState, 'sessions' | 'permissions' | 'questions'>

/** What waits for an answer in a session and its subagents, oldest first. */
export const requestsOf = (server: Known, sessionId: string): Request[] =>
  requestsIn(server).filter(({ request }) => isWithin(server.sessions, request.sessionID, sessionId))

/**
 * What waits for an answer on a server, oldest first: ids ascend with time. `by` is the session that asks, undefined where the page has not heard of it.
 */
export function requestsIn(server: Known): Request[] {
  const by = (request: { sessionID: string }) => server.sessions[request.sessionID]
  const requests: Request[] = [
    ...Object.values(server.permissions).map((request) => ({
      kind: 'permission' as const,
      request,
      by: by(request),
    })),
    ...Object.values(server.questions).map((request) => ({
      kind: 'question' as const,
      request,
      by: by(request),
    })),
  ]
  // Permission and question ids have different prefixes; what follows them ascends alike.
  const order = ({ request }: Request) => request.id.slice(request.id.indexOf('_'))
  return requests.toSorted((a, b) => (order(a) < order(b) ? -1 : 1))
}
