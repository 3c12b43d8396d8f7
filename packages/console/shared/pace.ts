/** When to try again: after pauses that double up to five seconds, spread by chance. */

// Browsers and Node have them alike, but for what a timer is.
declare function setTimeout(run: () => void, ms: number): unknown
declare function clearTimeout(timer: unknown): void

const FIRST_MS = 250
export const LONGEST_PAUSE_MS = 5_000

/** Milliseconds before try number `failures + 1`, the first at once; `chance` in 0..1 spreads many tabs over half of the pause. */
export function pauseBefore(failures: number, chance: number): number {
  if (failures === 0) return 0
  const pause = Math.min(LONGEST_PAUSE_MS, FIRST_MS * 2 ** (failures - 1))
  return Math.round(pause * (0.5 + chance / 2))
}

export interface Pace {
  /** It failed: to be run again after a pause. */
  later(): void
  /** Runs at once, whatever the pause. */
  now(): void
  /** Runs at once if it waits for its pause to end. */
  hurry(): void
  /** It went well. */
  reset(): void
  /** Since it went well. */
  failures(): number
  /** Nothing is run any more by itself. */
  dispose(): void
}

export interface PaceOptions {
  /** Pauses after the first failure too: what is at the other end has just said no. */
  patient?: boolean
}

/** Runs nothing until it is told to. */
export function makePace(run: () => void, { patient = false }: PaceOptions = {}): Pace {
  let failures = 0
  let timer: unknown

  function dispose(): void {
    clearTimeout(timer)
    timer = undefined
  }

  function now(): void {
    dispose()
    run()
  }

  return {
    later() {
      dispose()
      timer = setTimeout(now, pauseBefore(patient ? failures + 1 : failures, Math.random()))
      failures += 1
    },
    now,
    hurry() {
      if (timer !== undefined) now()
    },
    reset() {
      failures = 0
    },
    failures: () => failures,
    dispose,
  }
}
