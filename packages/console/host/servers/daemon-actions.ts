/** Start, stop and restart from the page. One at a time; the same one asked for twice is done once (faults.md 12, 13). */
import { DAEMON_ID, type DaemonAction, type DaemonActionResult } from '../../shared/api.ts'
import { HttpProblem } from '../http/problem.ts'
import type { DaemonControl } from './daemon-control.ts'
import type { Discovery } from './discovery.ts'

export interface DaemonActions {
  /** Resolves when it is done and the list of servers says so. Throws `HttpProblem`. */
  run(action: DaemonAction, force?: boolean): Promise<DaemonActionResult>
}

export function makeDaemonActions(daemon: DaemonControl, discovery: Discovery): DaemonActions {
  let last: { action: DaemonAction; force: boolean; result: Promise<DaemonActionResult> } | null = null

  const managed = () => discovery.list().find(({ id }) => id === DAEMON_ID)
  const isUp = () => managed()?.health === 'healthy'

  async function perform(action: DaemonAction, force: boolean): Promise<DaemonActionResult> {
    if (action === 'restart' || (action === 'start' && !isUp())) await discovery.starting(true)
    try {
      await daemon.run(action, force)
    } finally {
      await discovery.starting(false)
    }
    const server = managed()
    if (!server) throw new HttpProblem(500, 'no-daemon', 'The daemon is not in the list.', 'kilo doctor')
    return { action, server }
  }

  return {
    run(action, force = false) {
      if (last?.action === action && last.force === force) return last.result
      const before = last?.result.catch(() => undefined) ?? Promise.resolve()
      const result = before.then(() => perform(action, force))
      const mine = { action, force, result }
      last = mine
      const clear = () => void (last === mine && (last = null))
      result.then(clear, clear)
      return result
    },
  }
}
