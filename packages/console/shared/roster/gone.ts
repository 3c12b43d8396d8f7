/** What sessions that are not listed any more have cost: a day is spent, whatever is archived or deleted in it. In place, like the roster's reducer. */
import type { Session } from '@kilocode/sdk/v2/client'
import { rosterLimits } from '@kilo-console/engine/edge/limits'
import { forgetOldest } from './forget-oldest.ts'
import type { Roster } from './roster.ts'

export type GoneSession = Pick<Session, 'id' | 'parentID' | 'cost' | 'time'>

/** Of today, wherever midnight is. */
const LATELY_MS = 36 * 3600_000

/** One that leaves the list now. What began long before, no day counts any more; `now`: no earlier than its last change. */
export function noteGone(
  draft: Roster,
  session: Session | undefined,
  now = session?.time.updated ?? 0,
): void {
  if (!session) return
  const { id, parentID, cost = 0, time } = session
  // Anew, so that it is the last to be forgotten.
  delete draft.gone[id]
  if (cost === 0 || now - time.created > LATELY_MS) return
  const kept = { id, cost, time: { created: time.created, updated: time.updated } }
  draft.gone[id] = { ...kept, ...(parentID !== undefined && { parentID }) }
  forgetOldest(draft.gone, rosterLimits.remembered)
}

/** The list is another one. */
export function noteReplaced(draft: Roster, sessions: Roster['sessions']): void {
  const now = Math.max(0, ...Object.values(sessions).map(({ time }) => time.updated))
  for (const id of Object.keys(sessions)) delete draft.gone[id]
  for (const session of Object.values(draft.sessions))
    if (!(session.id in sessions)) noteGone(draft, session, now)
}
