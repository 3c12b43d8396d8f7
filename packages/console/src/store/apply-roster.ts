import type { EngineFrame, RosterFrame } from '../../shared/events.ts'
import { changeRoster } from '../../shared/roster/change.ts'
import { isOfRoster, reduceRoster } from '../../shared/roster/reduce.ts'
import { emptyRoster, type Roster } from '../../shared/roster/roster.ts'
import type { ServerState } from './types.ts'

/**
 * Applies what the host has read to the roster of its server, in place: conversations stay as they are. What a view shows and the roster does
 * not list any more (an old session, an archived one) is still known.
 */
export function applyRoster(
  draft: ServerState,
  { roster, since }: Pick<RosterFrame, 'roster' | 'since'>,
): void {
  const known = { ...draft.others, ...draft.sessions }
  changeRoster(draft, roster, since)
  const shown = Object.keys(draft.transcripts).flatMap((id) => known[id] ?? [])
  draft.others = Object.fromEntries(
    shown.filter(({ id }) => !(id in draft.sessions)).map((session) => [session.id, session]),
  )
}

/**
 * Rosters that are to take the place of those before, by server: a host that has just been started knows nothing yet, and what was
 * known stays in view until it does.
 */
export class ComingRosters {
  readonly #rosters = new Map<string, Roster>()

  expect(serverId: string): void {
    this.#rosters.set(serverId, emptyRoster())
  }

  event(frame: EngineFrame): void {
    const roster = this.#rosters.get(frame.server)
    if (roster && isOfRoster(frame.event.type)) reduceRoster(roster, structuredClone(frame))
  }

  /** The frame to apply: as it came, with all that came before it, or none yet. */
  frame(frame: RosterFrame): Pick<RosterFrame, 'roster' | 'since'> | null {
    const roster = this.#rosters.get(frame.server)
    if (!roster) return frame
    changeRoster(roster, frame.roster, frame.since)
    if (roster.load.status !== 'ready' && roster.load.status !== 'failed') return null
    this.forget(frame.server)
    return { roster: { kind: 'whole', roster } }
  }

  forget(serverId: string): void {
    this.#rosters.delete(serverId)
  }
}
