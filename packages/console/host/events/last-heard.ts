import { hostLimits } from '@kilo-console/engine/edge/limits'

/** Where in the sequence each session was heard of last. */
export interface LastHeard {
  /** Without a session: of none. Without a server: of whichever it is on. */
  note(server: string | undefined, sessionId: string | undefined, seq: number): void
  /** Up to here anything may have happened to any of them. */
  gap(seq: number): void
  /** No earlier than that. */
  of(server: string, sessionId: string): number
}

/** Bounded: of those that were left out, and of those that were never heard of, it is where the last one was left out. */
export function makeLastHeard(most: number = hostLimits.lastHeard): LastHeard {
  const last = new Map<string, number>()
  let floor = 0
  return {
    note(server, sessionId, seq) {
      if (sessionId === undefined) return
      const key = keyOf(server, sessionId)
      last.delete(key)
      last.set(key, seq)
      const [oldest] = last
      if (last.size <= most || !oldest) return
      last.delete(oldest[0])
      floor = Math.max(floor, oldest[1])
    },
    gap(seq) {
      last.clear()
      floor = seq
    },
    of: (server, sessionId) =>
      Math.max(floor, ...[server, undefined].map((one) => last.get(keyOf(one, sessionId)) ?? 0)),
  }
}

const keyOf = (server: string | undefined, sessionId: string) => `${server ?? ''} ${sessionId}`
