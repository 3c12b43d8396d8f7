import {
  engineService,
  ensure,
  interrupted,
  type ConsoleState,
  type EngineState,
  type Ensured,
} from '@kilo-console/daemon'
import { consoleService } from '../console/service.ts'
import { refuseSecond, staySignalled } from './foreground.ts'
import { line } from '../output/format.ts'
import { launchFolder, withFolder } from '../console/launch-folder.ts'
import { openLaunch } from '../console/open-launch.ts'
import { problemOf, warn, type Report } from '../output/print.ts'
import { withProgress, type OnProgress } from '../output/progress.ts'
import { requestTicket } from '../console/ticket.ts'

export interface ConsoleOptions {
  port?: number
  hostname?: string
  base?: string
  open: boolean
  json?: boolean
  foreground?: boolean
}

/** A console without a daemon is still of use: the page says what is wrong and offers to start it. Without a host there is none. */
export async function consoleOpen(options: ConsoleOptions, signal: AbortSignal): Promise<Report | number> {
  const service = consoleService(options)
  if (options.foreground) await refuseSecond(service)
  const { daemon, host } = await withProgress(options, (onProgress) =>
    bringBoth(service, { signal, onProgress }),
  )
  if (signal.aborted) throw interrupted()
  const url = withFolder(await requestTicket(host.state), launchFolder())
  if ('problem' in daemon && !options.json) warn(daemon.problem.message, daemon.problem.hint)
  const opened = options.open && (await openLaunch(url))
  const report = describe(url, daemon, host, options.open && !opened)
  return options.foreground
    ? staySignalled(service, host, report, { signal, json: options.json ?? false })
    : report
}

type Daemon = Ensured<EngineState> | { problem: ReturnType<typeof problemOf> }

async function bringBoth(
  service: ReturnType<typeof consoleService>,
  options: { signal: AbortSignal; onProgress: OnProgress },
): Promise<{ daemon: Daemon; host: Ensured<ConsoleState> }> {
  const daemon = ensure(engineService(), options).catch((error: unknown) => ({ problem: problemOf(error) }))
  const [host, outcome] = await Promise.allSettled([ensure(service, options), daemon])
  if (host.status === 'rejected') throw host.reason
  if (outcome.status === 'rejected') throw outcome.reason
  return { host: host.value, daemon: outcome.value }
}

function describe(url: string, daemon: Daemon, host: Ensured<ConsoleState>, unopened: boolean): Report {
  const failed = 'problem' in daemon
  return {
    json: {
      url,
      port: host.state.port,
      daemon: failed
        ? { error: daemon.problem }
        : { started: daemon.started, reused: daemon.reused, port: daemon.state.port },
      host: { started: host.started, reused: host.reused },
    },
    text: [
      line(
        `kilo console ${host.started ? 'started' : 'running'}`,
        `pid ${host.state.pid}`,
        failed ? 'no daemon' : `daemon ${daemon.state.port}`,
        // An upgrade, for one: `version 0.1.0 -> 0.2.0`.
        host.replaced ? host.reason : undefined,
      ),
      url,
      ...(unopened
        ? ['hint: no browser could be opened; open this address yourself, it works once and for a minute']
        : []),
    ],
  }
}
