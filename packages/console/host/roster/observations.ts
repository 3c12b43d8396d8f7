/** What only somebody who was there can tell of an engine: where things happened, and what nobody waits for any more. */
import type { EngineMessage } from '../events/engine-event.ts'
import { makeSeenDirectories } from './seen-directories.ts'
import { makeStaleRequests } from './stale-requests.ts'

export interface Observations {
  /** The last seen first. A terminal's directory need not be a session's or a project's. */
  directories: string[]
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
  const stale = makeStaleRequests()
  return {
    note(server, { directory, event }) {
      directories.note(server, directory)
      stale.note(server, event)
    },
    gap: (server) => stale.gap(server),
    of: (server) => ({
      directories: directories.of(server),
      isStale: (request) => stale.has(server, request),
    }),
    forget(server) {
      directories.forget(server)
      stale.gap(server)
    },
  }
}
