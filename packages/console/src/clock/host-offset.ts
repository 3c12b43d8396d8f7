/**
 * How far a local clock is from the host's, learned from messages that name the host's time. A message can only be late, so the largest
 * difference heard is the nearest to the truth (the filter for the shortest delay, as in NTP, RFC 5905 section 10). Pure: times are arguments.
 */

/** For how long only smaller differences must come before they are believed: the machine's clock was set back. Milliseconds. */
const DOUBT_MS = 20_000

export interface HostOffset {
  /** Milliseconds to add to the local clock; undefined until the host was heard. */
  value(): number | undefined
  /** The host said `hostTime` in a message that came at `at` of the local clock. Both in milliseconds. */
  heard(hostTime: number, at: number): void
}

export function makeHostOffset(): HostOffset {
  let offset: number | undefined
  let smaller: { since: number; best: number } | undefined

  return {
    value: () => offset,
    heard(hostTime, at) {
      const difference = hostTime - at
      if (offset === undefined || difference >= offset) {
        offset = difference
        smaller = undefined
        return
      }
      smaller = { since: smaller?.since ?? at, best: Math.max(smaller?.best ?? difference, difference) }
      if (at - smaller.since < DOUBT_MS) return
      offset = smaller.best
      smaller = undefined
    },
  }
}
