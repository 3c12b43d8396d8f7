/** PURE: the newest events of one server, for what is read meanwhile and may be older than they are. */
import { hostLimits } from '@kilo-console/engine/edge/limits'
import type { RosterEvent } from '../../shared/roster/reduce.ts'

/** The engine tells of some things before its lists have them. Milliseconds. */
const BEFORE_MS = 2000
/** A read takes no longer than this, or fails. Milliseconds. */
const KEEP_MS = 15_000

export interface HeardEvents {
  /** `size`: UTF-16 units. `at`: monotonic milliseconds. */
  note(event: RosterEvent, size: number, at: number): void
  /** What may be missing in an answer to a question of that moment, oldest first. */
  since(askedAt: number): RosterEvent[]
  clear(): void
}

interface Entry {
  event: RosterEvent
  size: number
  at: number
}

export function makeHeardEvents(
  most = { events: hostLimits.heardEvents, size: hostLimits.heardSize },
): HeardEvents {
  let entries: Entry[] = []
  let total = 0

  /** Half is given up at once, so that not every event costs a copy. */
  function shrink(now: number): void {
    const isTooMuch = entries.length > most.events || total > most.size
    const isOld = (entries[0]?.at ?? now) < now - 2 * KEEP_MS
    if (!isTooMuch && !isOld) return
    const kept = entries.filter(({ at }) => at >= now - KEEP_MS)
    entries = kept.slice(isTooMuch ? Math.ceil(kept.length / 2) : 0)
    total = entries.reduce((sum, { size }) => sum + size, 0)
  }

  return {
    note(event, size, at) {
      entries.push({ event, size, at })
      total += size
      shrink(at)
    },
    since: (askedAt) => entries.filter(({ at }) => at >= askedAt - BEFORE_MS).map(({ event }) => event),
    clear() {
      entries = []
      total = 0
    },
  }
}
