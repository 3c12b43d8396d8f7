import {
  CONSOLE_PORTS,
  engineService,
  printable,
  whoListens,
  type Listener,
  type PortRange,
} from '@kilo-console/daemon'
import { failed, ok, type Finding, warning } from './finding.ts'

const RANGES: [string, PortRange, string][] = [
  ['daemon ports', engineService().ports, 'kilo daemon start --port N'],
  ['console ports', CONSOLE_PORTS, 'kilo console --port N'],
]

/** `ours`: the pids of the daemon and the console host. */
export function examinePorts(ours: ReadonlyMap<number, string>): Promise<Finding[]> {
  return Promise.all(
    RANGES.map(async ([check, range, elsewhere]) => {
      const listeners = await whoListens(range)
      return judgePorts({ check, range, elsewhere }, listeners, ours)
    }),
  )
}

interface Range {
  check: string
  range: PortRange
  /** How to use another port. */
  elsewhere: string
}

/** PURE. Strangers on some ports are no problem, there are others; on all of them they are. */
export function judgePorts(
  { check, range: { first, last }, elsewhere }: Range,
  listeners: Listener[] | undefined,
  ours: ReadonlyMap<number, string>,
): Finding {
  const range = `${first}-${last}`
  if (!listeners)
    return warning(
      check,
      `${range}: nothing here tells who listens`,
      `netstat -an, and look for ${first} to ${last}`,
    )
  const taken = new Set(listeners.map(({ port }) => port))
  const who = listeners.map((listener) => describe(listener, ours)).join(', ')
  if (taken.size > last - first && !listeners.some(({ pid }) => pid !== undefined && ours.has(pid)))
    return failed(check, `${range} are all taken: ${who}`, elsewhere)
  return ok(check, who === '' ? `${range} free` : `${range} free but ${who}`)
}

function describe({ port, pid, name }: Listener, ours: ReadonlyMap<number, string>): string {
  if (pid === undefined) return `${port} (another user's)`
  return `${port} (${ours.get(pid) ?? printable(name || 'unknown')}, pid ${pid})`
}
