import { memoryLimit, type MemoryLimit, type ServiceStatus } from '@kilo-console/daemon'
import { duration, line, megabytes, memoryWarning } from '../output/format.ts'
import { failed, ok, type Finding, warning } from './finding.ts'

interface Commands {
  start: string
  restart: string
}

/** PURE. One that does not run is fine: it starts when it is wanted. */
export function judgeService(check: string, { start, restart }: Commands, found: ServiceStatus): Finding {
  const { running, healthy, phase, stale, state, reason } = found
  if (!running) {
    // Somebody else's that answers like it is worth a word, and no trouble.
    const fine = !stale && /^not running($|; unmanaged)/.test(reason ?? '')
    return fine ? ok(check, reason ?? '') : warning(check, reason ?? 'not running', start)
  }
  if (phase === 'starting' || phase === 'ending') {
    const command = check === 'daemon' ? 'kilo daemon' : 'kilo console'
    return warning(check, `it is ${phase}`, `${command} status, in a moment`)
  }
  if (!healthy) return failed(check, `process ${state?.pid}: ${reason ?? 'it is not healthy'}`, restart)
  const up = found.process && `up ${duration(found.process.uptimeSeconds)}`
  const facts = line(`pid ${state?.pid}`, state?.url, state?.version, up)
  return reason ? warning(check, line(facts, reason), restart) : ok(check, facts)
}

export async function examineMemory(daemon: ServiceStatus): Promise<Finding[]> {
  return [judgeMemory(daemon.process?.rssBytes, memoryLimit())]
}

/** PURE. */
export function judgeMemory(rssBytes: number | undefined, limit: MemoryLimit): Finding {
  if (limit.problem)
    return warning('memory', limit.problem, 'KILO_MEMORY_LIMIT=4G, or "memoryLimit" in settings.json')
  const over = memoryWarning(rssBytes, limit)
  if (over) return warning('memory', over.message, over.hint)
  const bound = limit.bytes === undefined ? 'no limit' : `limit ${limit.text}`
  return ok('memory', rssBytes === undefined ? bound : line(megabytes(rssBytes), bound))
}
