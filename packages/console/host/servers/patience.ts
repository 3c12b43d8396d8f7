/**
 * PURE: an engine that misses a health check under load is slow, not sick. It stays `healthy` for a while after its last good answer, as long
 * as it is the same process (faults.md 22).
 */
import type { ServerInfo } from '../../shared/api.ts'

const PATIENCE_MS = 8000

/** `now`: monotonic milliseconds. */
export function makePatience(now: () => number = () => performance.now()): (info: ServerInfo) => ServerInfo {
  let good: { pid: number | undefined; at: number } | undefined
  return (info) => {
    if (info.health === 'healthy') good = { pid: info.pid, at: now() }
    if (info.health !== 'unhealthy' || !good) return info
    if (good.pid !== info.pid || now() - good.at > PATIENCE_MS) return info
    const { problem: _, ...rest } = info
    return { ...rest, health: 'healthy' }
  }
}
