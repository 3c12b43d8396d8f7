import type { EngineCounts, MemoryLimit, ProcessMetrics, ServiceStatus } from '@kilo-console/daemon'

/** `412 MB`, as memory is usually shown. */
export function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1e6)} MB`
}

/** `42s`, `3m`, `2h 5m`, `4d 3h`. */
export function duration(seconds: number): string {
  const whole = Math.floor(seconds)
  if (whole < 60) return `${whole}s`
  const minutes = Math.floor(whole / 60)
  if (minutes < 60) return `${minutes}m`
  const hours = Math.floor(minutes / 60)
  return hours < 24 ? `${hours}h ${minutes % 60}m` : `${Math.floor(hours / 24)}d ${hours % 24}h`
}

/** One short line: `kilo daemon running · pid 123 · …`. */
export function line(...parts: (string | undefined)[]): string {
  return parts.filter((part) => part).join(' · ')
}

/** A service's status for scripts: the samples that only a running program can compare are left out. */
export function statusJson(status: ServiceStatus): object {
  if (!status.process) return status
  const { pid, rssBytes, cpuPercent, uptimeSeconds } = status.process
  return { ...status, process: { pid, rssBytes, cpuPercent, uptimeSeconds } }
}

/** A service's status for people, and the exit code that goes with it: 0 well, 3 not running, 4 not healthy. */
export function describeStatus(
  title: string,
  start: string,
  status: ServiceStatus,
  counts?: EngineCounts,
): { text: string[]; exitCode: number } {
  const { state, process: figures, reason } = status
  if (!status.running || !state) {
    return {
      text: [line(`${title} not running`, reason?.replace(/^not running(; )?/, '')), `hint: ${start}`],
      exitCode: 3,
    }
  }
  const facts = line(
    `${title} ${status.phase}`,
    `pid ${state.pid}`,
    state.url,
    state.version,
    figures && `up ${duration(figures.uptimeSeconds)}`,
  )
  const usage = figures && status.phase !== 'ending' ? [describeUsage(figures, counts)] : []
  if (status.healthy) return { text: [facts, ...usage, ...(reason ? [`note: ${reason}`] : [])], exitCode: 0 }
  return { text: [facts, ...usage, `why: ${reason ?? 'unknown'}`, `hint: ${start}`], exitCode: 4 }
}

/** `412 MB · 2% CPU · 3 sessions · 1 working · 2 terminals`. */
function describeUsage(
  { rssBytes, cpuPercent }: Pick<ProcessMetrics, 'rssBytes' | 'cpuPercent'>,
  counts?: EngineCounts,
): string {
  const many = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`
  return line(
    megabytes(rssBytes),
    `${Math.round(cpuPercent)}% CPU`,
    counts && many(counts.sessions, 'session'),
    counts && counts.busy > 0 ? `${counts.busy} working` : undefined,
    counts && many(counts.terminals, 'terminal'),
  )
}

/** What to say of a daemon that takes more memory than it is meant to; undefined while it does not. */
export function memoryWarning(
  rssBytes: number | undefined,
  limit: MemoryLimit,
): { code: string; message: string; hint: string } | undefined {
  if (rssBytes === undefined || limit.bytes === undefined || rssBytes <= limit.bytes) return undefined
  const from = limit.source === 'default' ? 'KILO_MEMORY_LIMIT sets another' : limit.source
  return {
    code: 'memory',
    message: `the daemon uses ${megabytes(rssBytes)}, more than its limit of ${limit.text} (${from})`,
    hint: 'kilo daemon restart, when nothing is working',
  }
}
