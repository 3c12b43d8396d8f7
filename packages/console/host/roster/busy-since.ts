/** Since when sessions are busy: the engine tells that they are, not since when, and a page that was reloaded has not seen it. */
import type { EngineEvent } from '@kilo-console/engine/edge/event'
import { hostLimits } from '@kilo-console/engine/edge/limits'

export interface BusySince {
  /** `now`: Unix milliseconds. */
  note(server: string, event: EngineEvent, now: number): void
  /** Unix milliseconds by session id. */
  of(server: string): Record<string, number>
  forget(server: string): void
}

export function makeBusySince(): BusySince {
  const servers = new Map<string, Map<string, number>>()
  return {
    note(server, { type, properties }, now) {
      if (type !== 'session.idle' && type !== 'session.deleted' && type !== 'session.status') return
      const { sessionID } = properties
      const since = servers.get(server) ?? new Map<string, number>()
      servers.set(server, since)
      if (type !== 'session.status' || properties.status.type === 'idle') since.delete(sessionID)
      else if (!since.has(sessionID)) since.set(sessionID, now)
      for (const oldest of since.keys()) {
        if (since.size <= hostLimits.busySessions) break
        since.delete(oldest)
      }
    },
    of: (server) => Object.fromEntries(servers.get(server) ?? []),
    forget: (server) => void servers.delete(server),
  }
}
