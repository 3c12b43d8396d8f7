/** PURE: is a new list of servers worth telling every tab? Memory and CPU figures jitter all the time. */
import type { ServerInfo } from '../../shared/api.ts'

/** Figures alone are told at most this often. Milliseconds. */
export const FIGURES_EVERY_MS = 5000

export function isNews(
  told: readonly ServerInfo[],
  now: readonly ServerInfo[],
  sinceToldMs: number,
): boolean {
  if (JSON.stringify(told.map(withoutFigures)) !== JSON.stringify(now.map(withoutFigures))) return true
  return sinceToldMs >= FIGURES_EVERY_MS && JSON.stringify(told) !== JSON.stringify(now)
}

function withoutFigures({ rssBytes: _rss, cpuPercent: _cpu, ...rest }: ServerInfo): unknown {
  return rest
}
