import { adopt } from './adopt.ts'
import { decide, type Wanted } from './decide.ts'
import { terminate, terminateAll } from '../process/terminate.ts'
import type { Ensured } from './result.ts'
import type { KiloError } from '../errors.ts'
import { tryThrice } from './crash-loop.ts'
import type { Lock } from '../lock/lock.ts'
import { pause } from '../pause.ts'
import { identify } from '../process/identity.ts'
import { busyRefusal, refusal } from './refusals.ts'
import { reusable } from './reuse.ts'
import type { Service } from '../services/service.ts'
import { rehearsePlace, start } from './start.ts'
import { setAsideIfBad, writeState } from '../state/state-file.ts'
import type { ServiceState } from '../state/state.ts'
import { findLeftovers } from './orphan.ts'
import { inspect, type Inspection } from './inspect.ts'
import { whileLocked, type WaitOptions } from './while-locked.ts'

/** Aborted by `signal`: what was begun is ended again, then `interrupted` is thrown. */
export interface EnsureOptions extends WaitOptions {
  /** How long a running service may stay silent before it is replaced. Default 15 s: an event loop may block for 10. */
  patienceMs?: number
  /** How long a start may take. Default 60 s. */
  startMs?: number
  /** Replace even while sessions are busy. */
  force?: boolean
}

export interface StartOptions extends EnsureOptions {
  /** The caller has just looked, by `reuse`, and found it not that simple: it is looked again under the lock alone. */
  looked?: boolean
}

/** Reuses the service that runs, or starts it. Throws `KiloError`; nothing is left over then. */
export function ensure<S extends ServiceState>(
  service: Service<S>,
  options: StartOptions = {},
): Promise<Ensured<S>> {
  return bring(service, options, false)
}

/** Replaces the service, or starts it. Refuses with `busy` while sessions are at work, unless forced. */
export function restart<S extends ServiceState>(
  service: Service<S>,
  options: EnsureOptions = {},
): Promise<Ensured<S>> {
  return bring(service, options, true)
}

async function bring<S extends ServiceState>(
  service: Service<S>,
  options: StartOptions,
  restart: boolean,
): Promise<Ensured<S>> {
  const { signal, patienceMs = 15_000, startMs = 60_000, looked = false } = options
  const [version, first] = await Promise.all([
    service.version(),
    looked ? undefined : inspect(service, { signal }),
  ])
  const wanted: Wanted = { version, restart, patienceMs, startMs }
  const running = first && (await reusable(service, first, wanted))
  if (running) return running
  return whileLocked(service, options, (lock) => settle({ service, options, wanted, lock }, first))
}

interface Task<S extends ServiceState> {
  service: Service<S>
  options: EnsureOptions
  wanted: Wanted
  lock: Lock
}

/** Under the lock: look again, decide, act; again while it is worth waiting. `first` is what was seen before the lock, if it was looked. */
async function settle<S extends ServiceState>(
  task: Task<S>,
  first: Inspection<S> | undefined,
): Promise<Ensured<S>> {
  const { service, options } = task
  const began = performance.now()
  for (;;) {
    const found = await inspect(service, { signal: options.signal })
    // Another command replaced it while we waited for our turn: that is what was asked for (faults.md 12).
    const wanted = { ...task.wanted, restart: task.wanted.restart && sameStart(first, found) }
    const decision = decide(found, wanted, performance.now() - began)
    switch (decision.do) {
      case 'reuse':
        return adopt(service, task.lock, found)
      case 'refuse':
        throw refusal(service, found, decision.why, wanted.version)
      case 'start':
        return begin(task, found, decision.reason)
      case 'replace':
        return replace(task, found, decision)
      case 'wait':
        options.onProgress?.({ phase: 'wait', message: describeWait(service.name, decision) })
        await pause(50, options.signal)
    }
  }
}

function describeWait(name: string, { reason, patienceMs }: { reason: string; patienceMs: number }): string {
  return `waiting for the ${name}, up to ${Math.round(patienceMs / 1000)} s: ${reason}`
}

function sameStart<S extends ServiceState>(first: Inspection<S> | undefined, found: Inspection<S>): boolean {
  return first?.state?.pid === found.state?.pid && first?.state?.nonce === found.state?.nonce
}

async function replace<S extends ServiceState>(
  task: Task<S>,
  found: Inspection<S>,
  { reason, whenIdle }: { reason: string; whenIdle: boolean },
): Promise<Ensured<S>> {
  const { service, options, lock } = task
  const { state } = found
  const identity = state?.identity ?? (state && (await identify(state.pid)))
  if (state && identity) {
    const sessions = whenIdle && !options.force ? await service.busy(state, options.signal) : 0
    if (sessions !== 0) throw busyRefusal(service, state, sessions, reason)
    // A rehearsal: without a program to start, or on a full disk, the old one stays rather than none.
    await service.launch(state, service.newSecret(), state)
    await rehearsePlace(service, state)
    await lock.assertHeld()
    await setAsideIfBad(service)
    await writeState(service, state, lock)
    options.onProgress?.({
      phase: 'replace',
      message: `ending the ${service.name} (pid ${state.pid}): ${reason}`,
    })
    await lock.assertHeld()
    await terminate({ pid: state.pid, identity }, service.graceMs)
  }
  return { ...(await begin(task, found, reason, state?.hostname)), replaced: true }
}

async function begin<S extends ServiceState>(
  task: Task<S>,
  found: Inspection<S>,
  reason: string,
  hostname?: string,
): Promise<Ensured<S>> {
  const { service, options, wanted, lock } = task
  await lock.assertHeld()
  await setAsideIfBad(service)
  if (found.state) await terminateAll(await findLeftovers(found.state))
  const onSpawn = () => options.onProgress?.({ phase: 'start', message: `starting the ${service.name}` })
  const onCrash = (_: KiloError, next: number) =>
    options.onProgress?.({
      phase: 'start',
      message: `the ${service.name} ended while starting; try ${next} follows`,
    })
  const { signal } = options
  const state = await tryThrice(
    () => start(service, { lock, startMs: wanted.startMs, signal, hostname, onSpawn }, found.state),
    { signal, onCrash },
  )
  return {
    started: true,
    reused: false,
    replaced: false,
    reason,
    state,
    health: { healthy: true, version: state.version },
  }
}
