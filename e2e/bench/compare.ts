/** Compares two commands in alternating pairs, so that a slow minute of the machine hits both. */

export interface Comparison {
  what: string
  /** Medians in milliseconds. */
  oursMs: number
  engineMs: number
  /** How many times faster ours is. */
  ratio: number
}

export async function compare(
  what: string,
  pairs: number,
  ours: () => Promise<unknown>,
  engine: () => Promise<unknown>,
): Promise<Comparison> {
  const times: { ours: number[]; engine: number[] } = { ours: [], engine: [] }
  for (let pair = 0; pair < pairs; pair++) {
    times.ours.push(await timed(ours))
    times.engine.push(await timed(engine))
  }
  const oursMs = median(times.ours)
  const engineMs = median(times.engine)
  return { what, oursMs, engineMs, ratio: engineMs / oursMs }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

export function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2
}
