/** Why turns failed, for pages that come later: the engine itself keeps no error that has no message to stand in. */
import type { Problem } from '../../shared/api.ts'
import type { EngineEvent } from '@kilo-console/engine/edge/event'
import { noteTurnError } from '../../shared/turn-error.ts'

/** Sessions of one server; the one that failed first gives way. */
const MOST = 100

export interface TurnErrors {
  note(server: string, event: EngineEvent): void
  /** By session id. */
  of(server: string): Record<string, Problem>
}

export function makeTurnErrors(most = MOST): TurnErrors {
  const servers = new Map<string, Record<string, Problem>>()
  return {
    note(server, event) {
      if (event.type === 'session.error') servers.set(server, servers.get(server) ?? {})
      const failed = servers.get(server)
      if (!failed) return
      noteTurnError(failed, event)
      const [oldest, ...others] = Object.keys(failed)
      if (oldest !== undefined && others.length >= most) delete failed[oldest]
    },
    of: (server) => ({ ...servers.get(server) }),
  }
}
