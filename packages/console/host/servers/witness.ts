/** What only somebody who was there can tell of an engine: where things happened, and since when sessions are busy. */
import type { EngineMessage } from '../events/engine-event.ts'
import { createBusySince } from './busy-since.ts'
import { createSeenDirectories } from './seen-directories.ts'

export interface Testimony {
  /** The last seen first. A terminal's directory need not be a session's or a project's. */
  directories: string[]
  /** Unix milliseconds by session id. */
  busySince: Record<string, number>
}

export interface Witness {
  note(server: string, message: EngineMessage): void
  of(server: string): Testimony
  forget(server: string): void
}

export function createWitness(): Witness {
  const directories = createSeenDirectories()
  const busySince = createBusySince()
  return {
    note(server, { directory, event }) {
      directories.note(server, directory)
      busySince.note(server, event, Date.now())
    },
    of: (server) => ({ directories: directories.of(server), busySince: busySince.of(server) }),
    forget(server) {
      directories.forget(server)
      busySince.forget(server)
    },
  }
}
