/** PURE: per cent of one core since the last sample, for as long as it is the same process. */

export interface CpuSample {
  pid: number
  /** Processor time so far, and when that was read. Milliseconds. */
  cpuMs: number
  at: number
  /** Over the life of the process: all that a first sample can say. */
  cpuPercent: number
}

export type CpuMeter = (now: CpuSample) => number

/** Looks come in bursts; a percentage over a few milliseconds says nothing. */
const OVER_MS = 1000

export function makeCpuMeter(): CpuMeter {
  let last: CpuSample | undefined
  let percent = 0
  return (now) => {
    const before = last?.pid === now.pid && last.at <= now.at ? last : undefined
    const wall = before ? now.at - before.at : OVER_MS
    if (wall < OVER_MS) return percent
    percent = before
      ? Math.max(0, Math.round(((now.cpuMs - before.cpuMs) / wall) * 1000) / 10)
      : now.cpuPercent
    last = now
    return percent
  }
}
