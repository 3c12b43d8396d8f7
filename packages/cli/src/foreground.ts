import { setTimeout as sleep } from 'node:timers/promises'
import { isSame, KiloError, status, stop, type Service, type ServiceState } from '@kilo-console/daemon'
import { followLog } from './log-follow.ts'
import { lastLines } from './log-tail.ts'
import { printReport, type Report } from './output.ts'

/** One that already runs in the background is not ours to end with this command. */
export async function refuseSecond<S extends ServiceState>(service: Service<S>): Promise<void> {
  const { running, state } = await status(service)
  if (!running) return
  const message = `the ${service.name} already runs in the background (pid ${state?.pid})`
  throw new KiloError('already-running', message, `${service.commands.stop} first`)
}

/** Stays beside a service that was just started: shows its log, ends it on a signal, and notices its own end. */
export async function staySignalled<S extends ServiceState>(
  service: Service<S>,
  state: S,
  report: Report,
  { signal, json }: { signal: AbortSignal; json: boolean },
): Promise<number> {
  printReport(report, json)
  const gone = new AbortController()
  const both = AbortSignal.any([signal, gone.signal])
  const end = (await lastLines(state.log, 0))?.end
  const following = json ? Promise.resolve() : followLog(state.log, end, both)
  while (!signal.aborted && state.identity && (await isSame(state.pid, state.identity))) {
    await sleep(200, undefined, { signal }).catch(() => undefined)
  }
  gone.abort()
  await following
  await stop(service)
  if (signal.aborted) return 0
  throw new KiloError(
    'ended',
    `the ${service.name} (pid ${state.pid}) has ended by itself`,
    service.commands.log,
  )
}
