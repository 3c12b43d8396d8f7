/** When to try again: at once after the first loss, then after pauses that double up to five seconds, spread by chance. */

const FIRST_MS = 250
const LONGEST_MS = 5_000

/** Milliseconds before try number `failures + 1`; `chance` in 0..1 spreads many tabs over half of the pause. */
export function pauseBefore(failures: number, chance: number): number {
  if (failures === 0) return 0
  const pause = Math.min(LONGEST_MS, FIRST_MS * 2 ** (failures - 1))
  return Math.round(pause * (0.5 + chance / 2))
}

export interface Pace {
  later(): void
  now(): void
  reset(): void
  failures(): number
  dispose(): void
}

export function makePace(run: () => void): Pace {
  let failures = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  return {
    later() {
      clearTimeout(timer)
      timer = setTimeout(run, pauseBefore(failures, Math.random()))
      failures += 1
    },
    now() {
      clearTimeout(timer)
      run()
    },
    reset() {
      failures = 0
    },
    failures: () => failures,
    dispose() {
      clearTimeout(timer)
    },
  }
}
