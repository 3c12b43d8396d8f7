/** The managed daemon, through the daemon package: the only file here that knows it. */
import { KiloError, ensure, engineService, readState, restart, status, stop } from '@kilo-console/daemon'
import type { DaemonAction, ServerHealth, ServerInfo } from '../../shared/api.ts'
import { DAEMON_ID } from '../../shared/api.ts'
import { HttpProblem } from '../http/problem.ts'
import type { Target } from '../http/proxy.ts'

export interface ServerView {
  info: ServerInfo
  /** Null while there is nothing to talk to, or no password for it. */
  target: Target | null
}

export interface DaemonControl {
  /** The folder and name of its state file: a change there is news. */
  folder: string
  file: string
  /** The ports that engines are looked for on. */
  ports: { first: number; last: number }
  /** Never throws; a broken state file is a problem in `info`. */
  look(): Promise<ServerView>
  /** `force` ends busy sessions with it. Throws `HttpProblem`; 409 `busy` is what `force` overrides. */
  run(action: DaemonAction, force: boolean): Promise<void>
}

type EngineService = ReturnType<typeof engineService>
type Status = Awaited<ReturnType<typeof status<Parameters<EngineService['busy']>[0]>>>

export function daemonControl(env: NodeJS.ProcessEnv): DaemonControl {
  const service = engineService({ env })
  return {
    folder: service.paths.folder,
    file: service.paths.state,
    ports: service.ports,
    look: () => look(service).catch((error: unknown) => absent(service, problemFrom(error))),
    async run(action, force) {
      try {
        if (action === 'start') await ensure(service)
        else if (action === 'restart') await restart(service, { force })
        else await stop(service)
      } catch (error) {
        const { code, message, hint } = problemFrom(error)
        throw new HttpProblem(code === 'busy' ? 409 : 500, code, message, hint)
      }
    },
  }
}

async function look(service: EngineService): Promise<ServerView> {
  const found = await status(service)
  const { state, process } = found
  if (!state || !found.running) return absent(service)
  const info: ServerInfo = {
    ...absent(service).info,
    url: state.url,
    port: state.port,
    health: healthOf(found),
    version: found.health?.version ?? state.version,
    pid: state.pid,
    startedAt: Date.parse(state.startedAt),
    ...(process && { rssBytes: process.rssBytes, cpuPercent: process.cpuPercent }),
    ...(found.healthy ? {} : { problem: unhealthy(found.reason ?? found.health?.reason) }),
  }
  return { info, target: await targetOf(service, state.pid) }
}

function healthOf({ healthy, state }: Status): ServerHealth {
  if (healthy) return 'healthy'
  return state?.phase === 'starting' ? 'starting' : 'unhealthy'
}

/** The password, only while the file still speaks of the process that `status` has just identified (faults.md 18). */
async function targetOf(service: EngineService, pid: number): Promise<Target | null> {
  const read = await readState(service)
  if (read.kind !== 'ok' || read.state.pid !== pid) return null
  const { url, username, password } = read.state
  return { url, authorization: basic(username, password) }
}

export function basic(username: string, password: string): string {
  return `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`
}

function absent({ ports }: EngineService, problem?: ServerInfo['problem']): ServerView {
  const port = ports.first
  const info: ServerInfo = {
    id: DAEMON_ID,
    url: `http://127.0.0.1:${port}`,
    port,
    kind: 'managed',
    health: 'offline',
    version: null,
    projects: [],
    lastActive: null,
    ...(problem && { problem }),
  }
  return { info, target: null }
}

function unhealthy(reason = 'It does not answer.') {
  return { code: 'daemon-unhealthy', message: reason, hint: 'kilo daemon restart' }
}

function problemFrom(error: unknown): { code: string; message: string; hint: string } {
  if (error instanceof KiloError) return { code: error.code, message: error.message, hint: error.hint }
  return { code: 'daemon-failed', message: 'The daemon could not be managed.', hint: 'kilo doctor' }
}
