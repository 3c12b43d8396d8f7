/** Compares two ways to do the same in alternating pairs, so that a slow minute of the machine hits both. */

export interface Comparison {
  what: string
  /** Medians in milliseconds. */
  oursMs: number
  engineMs: number
  /** How many times faster ours is: the median of the pairs' ratios. */
  ratio: number
}

/** What is timed, and what has to be made ready for it before each time. */
export interface Side {
  ready?: () => Promise<unknown>
  /** Milliseconds. */
  time: () => Promise<number>
}

export async function compare(what: string, pairs: number, ours: Side, engine: Side): Promise<Comparison> {
  const times: { ours: number; engine: number }[] = []
  for (let pair = 0; pair < pairs; pair++)
    times.push({ ours: await timed(ours), engine: await timed(engine) })
  return {
    what,
    oursMs: median(times.map(({ ours }) => ours)),
    engineMs: median(times.map(({ engine }) => engine)),
    ratio: median(times.map(({ ours, engine }) => engine / ours)),
  }
}

async function timed({ ready, time }: Side): Promise<number> {
  await ready?.()
  return time()
}

export function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2
}

/** The smallest value that `percent` of all do not exceed. */
export function percentile(values: number[], percent: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)] ?? Number.NaN
}
