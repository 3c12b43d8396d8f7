import type { Session } from '@kilocode/sdk/v2/client'
import { canDo } from '../../../store/can-do.ts'
import { keyOf } from '../../../store/session-key.ts'
import { sessionOf, type ConsoleState, type SessionRef } from '../../../store/types.ts'

/** As many as one looks through. */
const MOST = 60

export interface Choice {
  ref: SessionRef
  session: Session
}

/**
 * Sessions that can be reviewed together: of the project of the first that is chosen, else of all whose server tells of whole sessions. Those chosen
 * are always there. What each has changed the roster does not tell. Pure.
 */
export function choicesOf(
  state: Pick<ConsoleState, 'order' | 'servers'>,
  chosen: readonly SessionRef[],
): Choice[] {
  const [first] = chosen
  const project = first && sessionOf(state.servers[first.serverId], first.sessionId)?.projectID
  const keys = new Set(chosen.map(keyOf))
  const fits = ({ ref, session }: Choice) =>
    (first === undefined || first.serverId === ref.serverId) &&
    session.parentID === undefined &&
    (project === undefined || session.projectID === project)
  // Whatever is chosen can be taken away again, wherever it is and however old.
  const ours = chosen.flatMap((ref): Choice[] => {
    const session = sessionOf(state.servers[ref.serverId], ref.sessionId)
    return session ? [{ ref, session }] : []
  })
  const others = state.order
    .filter((serverId) => canDo(state.servers[serverId]?.info, 'session-diff'))
    .flatMap((serverId) =>
      Object.values(state.servers[serverId]?.sessions ?? {}).map((session): Choice => ({
        ref: { serverId, sessionId: session.id },
        session,
      })),
    )
    .filter((one) => fits(one) && !keys.has(keyOf(one.ref)))
  return [...ours, ...others.toSorted(byTime)].slice(0, MOST).toSorted(byTime)
}

const byTime = (a: Choice, b: Choice) => b.session.time.updated - a.session.time.updated
