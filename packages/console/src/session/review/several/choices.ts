import type { Session } from '@kilocode/sdk/v2/client'
import { sessionOf, type ConsoleState, type SessionRef } from '../../../store/types.ts'

/** As many as one looks through. */
const MOST = 60

export interface Choice {
  ref: SessionRef
  session: Session
}

/**
 * Sessions that can be reviewed together: of the project of the first that is chosen, else of all. Those chosen are always there. What each has
 * changed the roster does not tell. Pure.
 */
export function choicesOf(
  state: Pick<ConsoleState, 'order' | 'servers'>,
  chosen: readonly SessionRef[],
): Choice[] {
  const [first] = chosen
  const project = first && sessionOf(state.servers[first.serverId], first.sessionId)?.projectID
  const isChosen = (serverId: string, id: string) =>
    chosen.some((ref) => ref.serverId === serverId && ref.sessionId === id)
  return state.order
    .filter((serverId) => first === undefined || serverId === first.serverId)
    .flatMap((serverId) =>
      Object.values(state.servers[serverId]?.sessions ?? {})
        .filter(
          (session) =>
            isChosen(serverId, session.id) ||
            (session.parentID === undefined && (project === undefined || session.projectID === project)),
        )
        .map((session) => ({ ref: { serverId, sessionId: session.id }, session })),
    )
    .toSorted((a, b) => b.session.time.updated - a.session.time.updated)
    .slice(0, MOST)
}
