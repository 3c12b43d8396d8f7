/** How much of what each server said was not what it should be, and was dropped. */

export interface Strangeness {
  note(server: string, count?: number): void
  /** What tabs are told of it: nothing for a server that speaks as it should. */
  of(server: string): { dropped?: number }
  forget(server: string): void
}

export function makeStrangeness(): Strangeness {
  const counts = new Map<string, number>()
  return {
    note: (server, count = 1) => void counts.set(server, (counts.get(server) ?? 0) + count),
    of(server) {
      const dropped = counts.get(server)
      return dropped === undefined ? {} : { dropped }
    },
    forget: (server) => void counts.delete(server),
  }
}
