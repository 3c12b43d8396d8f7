/** What only somebody who was there can tell of an engine: where things happened, since when sessions are busy, how their turns ended. */
import type { Problem } from '../../shared/api.ts'
import type { EngineMessage } from '../events/engine-event.ts'
import { makeBusySince } from './busy-since.ts'
import { makeCutOff } from './cut-off.ts'
import { makeSeenDirectories } from './seen-directories.ts'
import { makeStaleRequests } from './stale-requests.ts'
import { makeTurnErrors } from './turn-errors.ts'

export interface Observations {
  /** The last seen first. A terminal's directory need not be a session's or a project's. */
  directories: string[]
  /** Unix milliseconds by session id. */
  busySince: Record<string, number>
  /** Sessions that were at work when an earlier run of the server ended. */
  cutOff: string[]
  /** Why the last turn of these sessions ended in an error. */
  failed: Record<string, Problem>
  /** Whether nobody waits for a permission or question any more, although the engine lists it. */
  isStale: (request: { id: string; sessionID: string }) => boolean
}

export interface Observer {
  note(server: string, message: EngineMessage): void
  /** Events of this server were missed. */
  gap(server: string): void
  of(server: string): Observations
  forget(server: string): void
}

export function makeObserver(): Observer {
  const directories = makeSeenDirectories()
  const busySince = makeBusySince()
  const cutOff = makeCutOff()
  const errors = makeTurnErrors()
  const stale = makeStaleRequests()
  return {
    note(server, { directory, event }) {
      directories.note(server, directory)
      busySince.note(server, event, Date.now())
      cutOff.note(server, event)
      errors.note(server, event)
      stale.note(server, event)
    },
    gap: (server) => stale.gap(server),
    of: (server) => ({
      directories: directories.of(server),
      busySince: busySince.of(server),
      cutOff: cutOff.of(server),
      failed: errors.of(server),
      isStale: (request) => stale.has(server, request),
    }),
    forget(server) {
      // How turns ended is about the sessions, which the next run of the server has as well.
      cutOff.ended(server, Object.keys(busySince.of(server)))
      directories.forget(server)
      busySince.forget(server)
      stale.gap(server)
    },
  }
}
