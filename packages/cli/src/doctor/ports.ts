import {
  CONSOLE_PORTS,
  engineService,
  printable,
  userName,
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
      return judgePorts({ check, range, elsewhere }, await named(listeners), ours)
    }),
  )
}

/** A listener, and the name of the other user whose it is. */
type Named = Listener & { user?: string }

function named(listeners: Listener[] | undefined): Promise<Named[]> | undefined {
  const uid = process.getuid?.()
  return (
    listeners &&
    Promise.all(
      listeners.map(async (one) =>
        one.uid === undefined || one.uid === uid ? one : { ...one, user: await userName(one.uid) },
      ),
    )
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
  listeners: Named[] | undefined,
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

function describe({ port, pid, name, user }: Named, ours: ReadonlyMap<number, string>): string {
  if (user !== undefined) return `${port}: another user's server (${printable(user)})`
  if (pid === undefined) return `${port} (of a process that cannot be seen)`
  return `${port} (${ours.get(pid) ?? printable(name || 'unknown')}, pid ${pid})`
}
