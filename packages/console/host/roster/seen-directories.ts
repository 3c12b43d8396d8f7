/** Directories that an engine's events came from: a terminal's need not be a session's or a project's. */

import { hostLimits } from '@kilo-console/engine/edge/limits'

export interface SeenDirectories {
  note(server: string, directory: string | undefined): void
  /** The last seen first. */
  of(server: string): string[]
  forget(server: string): void
}

export function makeSeenDirectories(): SeenDirectories {
  const seen = new Map<string, Set<string>>()
  return {
    note(server, directory) {
      if (!directory) return
      const own = seen.get(server) ?? new Set()
      seen.set(server, own)
      own.delete(directory)
      own.add(directory)
      for (const oldest of own) if (own.size > hostLimits.seenDirectories) own.delete(oldest)
    },
    of: (server) => [...(seen.get(server) ?? [])].toReversed(),
    forget: (server) => void seen.delete(server),
  }
}
