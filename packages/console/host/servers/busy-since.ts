/** Since when sessions are busy: the engine tells that they are, not since when, and a page that was reloaded has not seen it. */
import type { EngineEvent } from '../../shared/events.ts'

export interface BusySince {
  /** `now`: Unix milliseconds. */
  note(server: string, event: EngineEvent, now: number): void
  /** Unix milliseconds by session id. */
  of(server: string): Record<string, number>
}

export function createBusySince(): BusySince {
  const servers = new Map<string, Map<string, number>>()
  return {
    note(server, { type, properties }, now) {
      const { sessionID } = properties
      if (typeof sessionID !== 'string') return
      const since = servers.get(server) ?? new Map<string, number>()
      servers.set(server, since)
      const isIdle = (properties['status'] as { type?: string } | undefined)?.type === 'idle'
      if (type === 'session.idle' || type === 'session.deleted' || isIdle) since.delete(sessionID)
      else if (type === 'session.status' && !since.has(sessionID)) since.set(sessionID, now)
    },
    of: (server) => Object.fromEntries(servers.get(server) ?? []),
  }
}
