/** Sessions that were at work when their server ended: the next run of it has them, and knows nothing of their turns. */
import type { EngineEvent } from '@kilo-console/engine/edge/event'

/** Of one server; the one that was named first gives way. */
const MOST = 100

export interface CutOff {
  /** The server has ended in the midst of these sessions' turns. */
  ended(server: string, sessions: readonly string[]): void
  /** A session that works again, or is gone, is not cut off any more. */
  note(server: string, event: EngineEvent): void
  of(server: string): string[]
}

export function makeCutOff(most = MOST): CutOff {
  const servers = new Map<string, Set<string>>()
  return {
    ended(server, sessions) {
      if (sessions.length === 0) return
      const known = servers.get(server) ?? new Set()
      servers.set(server, known)
      for (const id of sessions) known.add(id)
      for (const oldest of known) {
        if (known.size <= most) break
        known.delete(oldest)
      }
    },
    note(server, { type, properties }) {
      if (type === 'session.status' || type === 'session.idle' || type === 'session.deleted')
        servers.get(server)?.delete(properties.sessionID)
    },
    of: (server) => [...(servers.get(server) ?? [])],
  }
}
