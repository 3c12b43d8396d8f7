import { setTimeout as sleep } from 'node:timers/promises'
import {
  isSame,
  KiloError,
  status,
  stop,
  type Ensured,
  type Service,
  type ServiceState,
} from '@kilo-console/daemon'
import { followLog } from '../logs/follow.ts'
import { lastLines } from '../logs/tail.ts'
import { printReport, problemOf, warn, type Report } from '../output/print.ts'

/** One that already runs in the background is not ours to end with this command. */
export async function refuseSecond<S extends ServiceState>(service: Service<S>): Promise<void> {
  const { running, state } = await status(service)
  if (running) throw alreadyRunning(service, state?.pid)
}

function alreadyRunning({ name, commands }: Pick<Service, 'name' | 'commands'>, pid?: number): KiloError {
  const message = `the ${name} already runs in the background (pid ${pid})`
  return new KiloError('already-running', message, `${commands.stop} first`)
}

/** Stays beside a service that was just started: shows its log, ends it on a signal, and notices its own end. */
export async function staySignalled<S extends ServiceState>(
  service: Service<S>,
  { state, reused }: Ensured<S>,
  report: Report,
  { signal, json }: { signal: AbortSignal; json: boolean },
): Promise<number> {
  // Another command was faster.
  if (reused) throw alreadyRunning(service, state.pid)
  printReport(report, json)
  const gone = new AbortController()
  const both = AbortSignal.any([signal, gone.signal])
  const following = json ? Promise.resolve() : showLog(state.log, both)
  while (!signal.aborted && state.identity && (await isSame(state.pid, state.identity))) {
    await sleep(200, undefined, { signal }).catch(() => undefined)
  }
  gone.abort()
  await following
  await stop(service, { only: state })
  if (signal.aborted) return 0
  // On stderr with --json too: the one answer on stdout was given when it had started.
  warn(`the ${service.name} (pid ${state.pid}) has ended, and not by this command`, service.commands.log)
  return 1
}

/** A log that cannot be read is no reason to leave what was started, or to end it. */
async function showLog(log: string, signal: AbortSignal): Promise<void> {
  try {
    await followLog(log, (await lastLines(log, 0))?.end, signal)
  } catch (error) {
    warn(`${log} cannot be shown: ${problemOf(error).message}`)
  }
}
