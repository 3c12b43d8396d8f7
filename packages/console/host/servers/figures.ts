/** What the managed daemon's process used over the last minutes, kept whether or not a page is open: that is when one wants to know. */
import { processMetrics } from '@kilo-console/daemon'
import type { FigureSample } from '../../shared/api.ts'
import { makeCpuMeter } from './cpu-meter.ts'

const EVERY_MS = 5000
/** Ten minutes. */
const KEPT = 120

export interface Figures {
  everyMs: number
  /** Oldest first. */
  samples(): FigureSample[]
  /** Takes one now. Without a process there is none. */
  take(): Promise<void>
  dispose(): void
}

/** `pid`: which process is meant at this moment. */
export function makeFigures(pid: () => number | undefined): Figures {
  const samples: FigureSample[] = []
  const cpuOf = makeCpuMeter()

  async function take(): Promise<void> {
    const now = pid()
    const figures = now === undefined ? undefined : await processMetrics(now)
    if (!figures) return
    samples.push({ at: figures.at, rssBytes: figures.rssBytes, cpuPercent: cpuOf(figures) })
    if (samples.length > KEPT) samples.shift()
  }

  // A process that cannot be looked at is no reason to end.
  const timer = setInterval(() => void take().catch(() => undefined), EVERY_MS)
  timer.unref()
  return { everyMs: EVERY_MS, samples: () => [...samples], take, dispose: () => clearInterval(timer) }
}
