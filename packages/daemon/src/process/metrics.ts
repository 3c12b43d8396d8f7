import { clockSeconds, ps } from './ps.ts'
import { readRssBytes, readStat, readUptime, TICKS_PER_SECOND } from './proc.ts'

export interface ProcessMetrics {
  pid: number
  rssBytes: number
  /** Per cent of one core: since `since` when given, else over the life of the process. */
  cpuPercent: number
  uptimeSeconds: number
  /** Total processor time so far, milliseconds; pass the whole object back as `since`. */
  cpuMs: number
  /** Unix milliseconds of this sample. */
  at: number
}

/** Undefined when there is no such process. */
export async function processMetrics(
  pid: number,
  since?: ProcessMetrics,
): Promise<ProcessMetrics | undefined> {
  const sample = process.platform === 'linux' ? await sampleProc(pid) : await samplePs(pid)
  if (!sample) return undefined
  const at = Date.now()
  const [cpu, wall] =
    since?.pid === pid
      ? [sample.cpuMs - since.cpuMs, at - since.at]
      : [sample.cpuMs, sample.uptimeSeconds * 1000]
  return { pid, at, ...sample, cpuPercent: wall > 0 ? Math.max(0, Math.round((cpu / wall) * 1000) / 10) : 0 }
}

type Sample = Pick<ProcessMetrics, 'rssBytes' | 'uptimeSeconds' | 'cpuMs'>

async function sampleProc(pid: number): Promise<Sample | undefined> {
  const [stat, uptime] = await Promise.all([readStat(pid), readUptime()])
  if (!stat || stat.dead) return undefined
  return {
    rssBytes: readRssBytes(pid),
    uptimeSeconds: Math.max(0, Math.round((uptime - Number(stat.startTime) / TICKS_PER_SECOND) * 10) / 10),
    cpuMs: (stat.cpuTicks * 1000) / TICKS_PER_SECOND,
  }
}

async function samplePs(pid: number): Promise<Sample | undefined> {
  const printed = await ps('rss=,etime=,time=', pid)
  if (printed === undefined) return undefined
  const [rss = '0', elapsed = '0', cpu = '0'] = printed.trim().split(/\s+/)
  return {
    rssBytes: Number(rss) * 1024,
    uptimeSeconds: clockSeconds(elapsed),
    cpuMs: clockSeconds(cpu) * 1000,
  }
}
