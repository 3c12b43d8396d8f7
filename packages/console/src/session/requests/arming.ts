/**
 * When an answer counts: the card has to have been in sight, unchanged, for half a second (fault 68). What comes earlier was meant for
 * what stood there before. Pure: the clock and what is seen are arguments.
 */

/** Milliseconds. Longer than a double click and a reflex, shorter than reading. */
export const ARMING_MS = 500

export interface Sight {
  /** What is seen and where; null while it is out of sight. */
  mark: string | null
  /** Milliseconds, since when. */
  since: number
}

export const unseen: Sight = { mark: null, since: 0 }

/** What a look at `now` finds. Another mark begins anew. */
export function look(before: Sight, mark: string | null, now: number): Sight {
  return before.mark === mark ? before : { mark, since: now }
}

export function isArmed({ mark, since }: Sight, now: number): boolean {
  return mark !== null && now - since >= ARMING_MS
}
