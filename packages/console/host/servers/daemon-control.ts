/** The managed daemon, through the daemon package: the only file here that knows it. */
import {
  KiloError,
  ensure,
  engineService,
  memoryLimit,
  ownerOf,
  processMetrics,
  readEnvironment,
  readState,
  restart,
  status,
  stop,
  type EngineState,
  type Service,
  type ServiceStatus,
} from '@kilo-console/daemon'
import type { DaemonAction, ServerHealth, ServerInfo } from '../../shared/api.ts'
import { DAEMON_ID } from '../../shared/api.ts'
import { HttpProblem } from '../http/problem.ts'
import type { Target } from '../http/proxy.ts'
import { makeCpuMeter, type CpuMeter } from './cpu-meter.ts'
import { localServer } from './local-server.ts'
import { makeMemoryWatch, type MemoryWatch } from './memory-watch.ts'

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
  /** From when on its memory is warned about; undefined: it is not. */
  memoryLimit(): number | undefined
  /** What its process began with; undefined where that cannot be read. */
  environment(pid: number): Promise<ReadonlyMap<string, string> | undefined>
  /** What it would begin with if we started it. */
  ownEnvironment: ReadonlyMap<string, string>
  /** Never throws; a broken state file is a problem in `info`. */
  look(): Promise<ServerView>
  /** `force` ends busy sessions with it. Throws `HttpProblem`; 409 `busy` is what `force` overrides. */
  run(action: DaemonAction, force: boolean): Promise<void>
}

/** Refused because of what runs already: asking again changes nothing, deciding does. */
const CONFLICTS = new Set(['busy', 'other-version', 'other-place'])

export function daemonControl(env: NodeJS.ProcessEnv): DaemonControl {
  const service = engineService({ env })
  const meters: Meters = { cpuOf: makeCpuMeter(), isTooMuch: makeMemoryWatch() }
  const limit = () => memoryLimit(env).bytes
  return {
    folder: service.paths.folder,
    file: service.paths.state,
    ports: service.ports,
    memoryLimit: limit,
    environment: readEnvironment,
    ownEnvironment: new Map(
      Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
    ),
    look: () => look(service, meters, limit).catch((error: unknown) => absent(service, problemFrom(error))),
    async run(action, force) {
      try {
        if (action === 'start') await ensure(service)
        else if (action === 'restart') await restart(service, { force })
        else await stop(service)
      } catch (error) {
        const { code, message, hint } = problemFrom(error)
        throw new HttpProblem(CONFLICTS.has(code) ? 409 : 500, code, message, hint)
      }
    },
  }
}

interface Meters {
  cpuOf: CpuMeter
  isTooMuch: MemoryWatch
}

async function look(
  service: Service<EngineState>,
  { cpuOf, isTooMuch }: Meters,
  limit: () => number | undefined,
): Promise<ServerView> {
  const found = await status(service)
  const { state } = found
  // One that is ending is as good as gone: what is asked for now, a new one does.
  if (!state || !found.running || found.phase === 'ending') return absent(service)
  const figures = await processMetrics(state.pid)
  const limitBytes = limit()
  const target = await targetOf(service, state.pid)
  const health = healthOf(found, target)
  const info: ServerInfo = {
    ...absent(service).info,
    url: state.url,
    port: state.port,
    health,
    version: found.health?.version ?? state.version,
    pid: state.pid,
    startedAt: Date.parse(state.startedAt),
    ...(figures && { rssBytes: figures.rssBytes, cpuPercent: cpuOf(figures) }),
    ...(limitBytes !== undefined &&
      isTooMuch(figures?.rssBytes, limitBytes) && { memoryWarning: { limitBytes } }),
    ...(health === 'healthy' ? {} : { problem: whyNot(health, found.reason ?? found.health?.reason) }),
  }
  return { info, target }
}

function healthOf({ healthy, phase }: ServiceStatus<EngineState>, target: Target | null): ServerHealth {
  if (healthy) return target ? 'healthy' : 'locked'
  return phase === 'starting' ? 'starting' : 'unhealthy'
}

/** The password, only while the file still speaks of the process that `status` has just identified (faults.md 18). */
async function targetOf(service: Service<EngineState>, pid: number): Promise<Target | null> {
  const read = await readState(service)
  if (read.kind !== 'ok' || read.state.pid !== pid) return null
  const { url, username, password } = read.state
  return { url, authorization: basic(username, password), owner: ownerOf(read.state) }
}

export function basic(username: string, password: string): string {
  return `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`
}

function absent({ ports }: Service<EngineState>, problem?: ServerInfo['problem']): ServerView {
  const port = ports.first
  const info: ServerInfo = {
    ...localServer(port),
    id: DAEMON_ID,
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

function whyNot(health: ServerHealth, reason = 'It does not answer.') {
  const hint = health === 'unhealthy' ? 'kilo daemon restart' : 'kilo daemon start'
  return { code: `daemon-${health}`, message: reason, hint }
}

function problemFrom(error: unknown): { code: string; message: string; hint: string } {
  if (error instanceof KiloError) return { code: error.code, message: error.message, hint: error.hint }
  return { code: 'daemon-failed', message: 'The daemon could not be managed.', hint: 'kilo doctor' }
}
