/**
 * One-time tickets: the CLI, which can read the control token, gets one and puts it into the launch URL's fragment; the page trades it for a
 * login (faults.md 35).
 */
import { hashOf, newSecret } from './secret.ts'

const TICKET_SECONDS = 60
/** Launches at once; an older ticket gives way. */
const MAX_OPEN = 64
/** Wrong guesses at once, and the milliseconds after which one more is allowed. */
const GUESSES = 20
const GUESS_REFILL_MS = 3000

export type Redemption = 'ok' | 'refused' | 'rate-limited'

export interface Tickets {
  issue(): { ticket: string; expiresIn: number }
  redeem(ticket: unknown): Redemption
}

/** `now`: milliseconds of a monotonic clock, so that setting the system's clock prolongs nothing (faults.md 11). */
export function makeTickets(now: () => number = () => performance.now()): Tickets {
  const expiries = new Map<string, number>()
  const guesses = makeAllowance(now)

  /** The oldest come first, and so do those that are over. */
  function makeRoom(): void {
    for (const hash of expiries.keys()) {
      if (expiries.size < MAX_OPEN) return
      expiries.delete(hash)
    }
  }

  return {
    issue() {
      makeRoom()
      const ticket = newSecret()
      expiries.set(hashOf(ticket), now() + TICKET_SECONDS * 1000)
      return { ticket, expiresIn: TICKET_SECONDS }
    },
    redeem(ticket) {
      const hash = hashOf(typeof ticket === 'string' ? ticket.slice(0, 128) : '')
      const expiry = expiries.get(hash)
      expiries.delete(hash)
      // First of all: whoever guesses without end must not lock out who has a ticket (faults.md 59).
      if ((expiry ?? 0) > now()) return 'ok'
      return guesses.take() ? 'refused' : 'rate-limited'
    },
  }
}

function makeAllowance(now: () => number) {
  let level = GUESSES
  let at = now()
  return {
    /** False when none is left. */
    take(): boolean {
      level = Math.min(GUESSES, level + (now() - at) / GUESS_REFILL_MS)
      at = now()
      if (level < 1) return false
      level -= 1
      return true
    },
  }
}
