import { randomUUID } from 'node:crypto'
import { terminate } from '../process/terminate.ts'
import { KiloError } from '../errors.ts'
import type { Lock } from '../lock/lock.ts'
import { markerEnvironment } from '../process/env-marker.ts'
import { pause } from '../pause.ts'
import { bindProblem, candidates } from '../net/ports.ts'
import type { Probe } from '../net/probe.ts'
import { identify, type Identity } from '../process/identity.ts'
import { beginChapter, noteInLog } from '../services/service-log.ts'
import type { Service } from '../services/service.ts'
import { spawnDetached, type Spawned } from '../process/spawn.ts'
import { exited, noPort, tooSlow, unbindable, unidentified } from './start-failures.ts'
import { isRecorded, removeState, writeState } from '../state/state-file.ts'
import type { ServiceState } from '../state/state.ts'
import { describeStart } from './orphan.ts'
import { ask } from './inspect.ts'
import { makeLookout } from './lookout.ts'
import { LOOPBACK, type Place } from '../place.ts'

export interface StartOptions {
  lock: Lock
  startMs: number
  signal?: AbortSignal | undefined
  /** That of the one that is replaced, unless another is asked for. One that died does not open an address anew, which nobody asked for now. */
  hostname?: string | undefined
  onSpawn(place: Place): void
}

const ANY_PORT = 0

/**
 * Starts the service on the first port that it really gets, and waits until it is healthy. `previous` is the one that it replaces:
 * its port is tried first. Throws what start-failures.ts describes, and `interrupted`; no process is left over then.
 */
export async function start<S extends ServiceState>(
  service: Service<S>,
  options: StartOptions,
  previous?: S,
): Promise<S> {
  const hostname = service.wanted.hostname ?? options.hostname ?? LOOPBACK
  for (const port of candidates(service.ports, service.wanted.port, previous?.port)) {
    const problem = await bindProblem(hostname, port)
    // Windows keeps whole ranges for itself: another port of ours may be open to us.
    if (problem === 'EADDRINUSE' || (problem === 'EACCES' && service.wanted.port === undefined)) continue
    if (problem !== undefined) throw unbindable(service.commands.start, { hostname, port }, problem)
    await beginChapter(service.paths.log, `${service.name} starts on ${hostname}:${port}`)
    // Free a moment ago; another may be faster (faults.md 17).
    const state = await attempt(service, { hostname, port }, options, previous)
    if (state) return state
  }
  throw noPort(service.commands.start, service, hostname)
}

/** Throws what a start in this one's place would: one that runs stays, rather than none. Its own port will be free then. */
export async function rehearsePlace<S extends ServiceState>(service: Service<S>, running: S): Promise<void> {
  const { hostname = running.hostname, port = running.port } = service.wanted
  const problem = await bindProblem(hostname, port === running.port ? ANY_PORT : port)
  if (problem === 'EADDRINUSE') throw noPort(service.commands.restart, service, hostname)
  if (problem !== undefined) throw unbindable(service.commands.restart, { hostname, port }, problem)
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
    { ...launch, env: { ...launch.env, ...markerEnvironment(mark) } },
    service.paths.log,
  )
  const identity = await identify(child.pid)
  let claim: S | undefined
  try {
    options.onSpawn(place)
    if (!identity) throw await unidentified(service, child)
    const { pid } = child
    const startedAt = new Date().toISOString()
    claim = service.record(
      describeStart({ mark, pid, identity, startedAt, log: service.paths.log, version: '' }),
      secret,
      previous,
    )
    // Before it is healthy: a start that comes after our sudden death finds its child (faults.md 15).
    await writeState(service, claim, options.lock)
    const version = await untilHealthy(service, claim, child, options)
    const ready: S = { ...claim, version, phase: 'ready' }
    await writeState(service, ready, options.lock)
    await noteHealthy(service, ready)
    child.letGo()
    return ready
  } catch (error) {
    await abandon(service, options.lock, { child, identity, claim })
    if (error instanceof KiloError && error.code === 'port-taken') return undefined
    throw error
  }
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
  const mayListen = makeLookout(child.pid)
  let answer: Probe = { kind: 'refused' }
  for (;;) {
    if (child.ended() !== undefined) throw await exited(service, child)
    if (mayListen() || answer.kind !== 'refused')
      answer = await ask(service, claim, { signal: options.signal })
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
  lock: Lock,
  { child, identity, claim }: Begun<S>,
): Promise<void> {
  child.letGo()
  // Whoever took the lock over from us may have adopted what we started, whatever it is that we fail with: then it is theirs (faults.md 10).
  const isHeld = await lock.assertHeld().then(
    () => true,
    () => false,
  )
  if (!isHeld && claim && (await isRecorded(service, claim))) return
  if (identity) await terminate({ pid: child.pid, identity }, service.graceMs)
  else child.kill()
  if (claim) await removeState(service, claim)
}
