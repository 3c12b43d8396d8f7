import { randomUUID } from 'node:crypto'
import { end } from './end.ts'
import { KiloError } from './errors.ts'
import type { Lock } from './lock.ts'
import { markEnvironment } from './mark.ts'
import { pause } from './pause.ts'
import { candidates, isFree } from './ports.ts'
import { identify, type Identity } from './process.ts'
import { beginChapter, noteInLog } from './service-log.ts'
import type { Place, Service } from './service.ts'
import { quote } from './printable.ts'
import { spawnDetached, type Spawned } from './spawn.ts'
import { isRecorded, removeState, writeState } from './state-file.ts'
import type { ServiceState } from './state.ts'
import { describeStart } from './stray.ts'
import { ask } from './survey.ts'

export interface StartOptions {
  lock: Lock
  startMs: number
  signal?: AbortSignal | undefined
  onSpawn(place: Place): void
}

const DEFAULT_HOSTNAME = '127.0.0.1'
/** The engine's words for it (engine.md), and Node's. */
const PORT_TAKEN = /ServeError|EADDRINUSE|address already in use/i

/**
 * Starts the service on the first port that it really gets, and waits until it is healthy. `previous` is the one that it replaces:
 * its port is tried first. Throws `port-taken`, `ports-taken`, `exited`, `start-timeout`, `interrupted`; no process is left over then.
 */
export async function start<S extends ServiceState>(
  service: Service<S>,
  options: StartOptions,
  previous?: S,
): Promise<S> {
  const hostname = service.wanted.hostname ?? previous?.hostname ?? DEFAULT_HOSTNAME
  for (const port of candidates(service.ports, service.wanted.port, previous?.port)) {
    if (!(await isFree(hostname, port))) continue
    await beginChapter(service.paths.log, `${service.name} starts on ${hostname}:${port}`)
    // Free a moment ago; another may be faster (faults.md 17).
    const state = await attempt(service, { hostname, port }, options, previous)
    if (state) return state
  }
  throw noPort(service, hostname)
}

/** Undefined: the port was taken meanwhile. */
async function attempt<S extends ServiceState>(
  service: Service<S>,
  place: Place,
  options: StartOptions,
  previous?: S,
): Promise<S | undefined> {
  const secret = service.newSecret()
  const mark = { ...place, file: service.paths.state, nonce: randomUUID() }
  const launch = await service.launch(place, secret, previous)
  await options.lock.assertHeld()
  const child = await spawnDetached(
    { ...launch, env: { ...launch.env, ...markEnvironment(mark) } },
    service.paths.log,
  )
  const identity = await identify(child.pid)
  let claim: S | undefined
  try {
    options.onSpawn(place)
    if (!identity) throw await exited(service, child)
    const { pid } = child
    const startedAt = new Date().toISOString()
    claim = service.record(
      describeStart({ mark, pid, identity, startedAt, log: service.paths.log, version: '' }),
      secret,
      previous,
    )
    // Before it is healthy: a start that comes after our sudden death finds its child (faults.md 15).
    await writeIfHeld(service, options.lock, claim)
    const version = await untilHealthy(service, claim, child, options)
    const ready: S = { ...claim, version, phase: 'ready' }
    await writeIfHeld(service, options.lock, ready)
    await noteHealthy(service, ready)
    child.letGo()
    return ready
  } catch (error) {
    await abandon(service, { child, identity, claim }, error)
    if (error instanceof KiloError && error.code === 'port-taken') return undefined
    throw error
  }
}

async function writeIfHeld<S extends ServiceState>(service: Service<S>, lock: Lock, state: S): Promise<void> {
  await lock.assertHeld()
  await writeState(service, state)
}

/** What runs and is recorded is not ended again because its log cannot be written. */
async function noteHealthy<S extends ServiceState>(
  { name, paths }: Service<S>,
  { pid, version }: S,
): Promise<void> {
  await noteInLog(paths.log, `${name} is healthy: pid ${pid}, version ${version}`).catch(() => undefined)
}

async function untilHealthy<S extends ServiceState>(
  service: Service<S>,
  claim: S,
  child: Spawned,
  options: StartOptions,
): Promise<string> {
  const deadline = performance.now() + options.startMs
  for (;;) {
    if (child.ended() !== undefined) throw await exited(service, child)
    const answer = await ask(service, claim, { signal: options.signal })
    if (answer.kind === 'healthy') return answer.version
    if (performance.now() > deadline) throw await tooSlow(service, child, options.startMs)
    await pause(25, options.signal)
  }
}

interface Begun<S extends ServiceState> {
  child: Spawned
  identity: Identity | undefined
  claim: S | undefined
}

async function abandon<S extends ServiceState>(
  service: Service<S>,
  { child, identity, claim }: Begun<S>,
  error: unknown,
): Promise<void> {
  child.letGo()
  // Whoever took the lock over from us may have adopted what we started: then it is theirs (faults.md 10).
  const isLost = error instanceof KiloError && error.code === 'lock-lost'
  if (isLost && claim && (await isRecorded(service, claim))) return
  if (identity) await end({ pid: child.pid, identity }, service.graceMs)
  if (claim) await removeState(service, claim)
}

async function exited<S extends ServiceState>(service: Service<S>, child: Spawned): Promise<KiloError> {
  const output = await child.output()
  if (PORT_TAKEN.test(output))
    return new KiloError('port-taken', 'the port was taken meanwhile', service.commands.start)
  const how = child.ended() ?? 'at once'
  return new KiloError(
    'exited',
    `the ${service.name} ended while starting (${how})${quote(output)}`,
    service.commands.log,
    { log: service.paths.log },
  )
}

async function tooSlow<S extends ServiceState>(
  service: Service<S>,
  child: Spawned,
  startMs: number,
): Promise<KiloError> {
  const seconds = Math.round(startMs / 1000)
  const message = `the ${service.name} was not healthy within ${seconds} s${quote(await child.output())}`
  return new KiloError('start-timeout', message, service.commands.log, { log: service.paths.log })
}

function noPort<S extends ServiceState>(service: Service<S>, hostname: string): KiloError {
  const { wanted, ports, commands } = service
  if (wanted.port !== undefined) {
    return new KiloError(
      'port-taken',
      `port ${wanted.port} on ${hostname} is in use by another program`,
      `${commands.start} (without --port), or ss -ltnp 'sport = :${wanted.port}'`,
      { port: wanted.port },
    )
  }
  const range = `${ports.first}-${ports.last}`
  return new KiloError(
    'ports-taken',
    `every port of ${range} on ${hostname} is in use`,
    `${commands.start} --port <another>`,
    { ...ports },
  )
}
