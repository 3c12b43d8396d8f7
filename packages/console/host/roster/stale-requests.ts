/**
 * Permissions and questions that nobody waits for any more: a turn that is stopped leaves them in the engine's lists, without an event
 * (docs/engine.md). A list alone does not tell them from those of the session's next turn; who was there when they were asked can.
 */
import type { EngineEvent } from '@kilo-console/engine/edge/event'

/** Sessions of one server that are remembered; of one that is not, everything in the lists counts. */
const MOST = 500
/** What one of them asked in a turn. A turn that asks more is not remembered: then everything that is listed of it counts. */
const MOST_ASKED = 100

export interface StaleRequests {
  note(server: string, event: EngineEvent): void
  /** The stream had a gap: what was asked meanwhile is not known. */
  gap(server: string): void
  has(server: string, request: { id: string; sessionID: string }): boolean
}

export function makeStaleRequests(most = MOST, mostAsked = MOST_ASKED): StaleRequests {
  /** Of sessions that were seen to end a turn: what they asked since. */
  const servers = new Map<string, Map<string, Set<string>>>()

  function ended(server: string, sessionID: string): void {
    const sessions = servers.get(server) ?? new Map<string, Set<string>>()
    servers.set(server, sessions)
    sessions.delete(sessionID)
    sessions.set(sessionID, new Set())
    for (const oldest of sessions.keys()) if (sessions.size > most) sessions.delete(oldest)
  }

  function asked(server: string, sessionID: string, id: string): void {
    const sessions = servers.get(server)
    const known = sessions?.get(sessionID)?.add(id)
    if (known && known.size > mostAsked) sessions?.delete(sessionID)
  }

  return {
    note(server, { type, properties }) {
      if (type === 'session.idle' || type === 'session.deleted') ended(server, properties.sessionID)
      else if (type === 'permission.asked' || type === 'question.asked')
        asked(server, properties.sessionID, properties.id)
    },
    gap: (server) => void servers.delete(server),
    has(server, { id, sessionID }) {
      const known = servers.get(server)?.get(sessionID)
      return known !== undefined && !known.has(id)
    },
  }
}
