import { isBeingChanged } from './being-changed.ts'
import { decide, type Wanted } from './decide.ts'
import type { Ensured } from './result.ts'
import type { Service } from '../services/service.ts'
import type { ServiceState } from '../state/state.ts'
import { inspect, type Inspection } from './inspect.ts'

/** The service that runs, if it is all that is wanted. Takes no lock and writes nothing; undefined says nothing but: not that simple. */
export async function reuse<S extends ServiceState>(service: Service<S>): Promise<Ensured<S> | undefined> {
  const [version, found] = await Promise.all([service.version(), inspect(service)])
  return reusable(service, found, { version, restart: false, patienceMs: 0, startMs: 0 })
}

export async function reusable<S extends ServiceState>(
  service: Service<S>,
  found: Inspection<S>,
  wanted: Wanted,
): Promise<Ensured<S> | undefined> {
  if (!isSettled(found) || decide(found, wanted, 0).do !== 'reuse') return undefined
  return isBeingChanged(service) ? undefined : reused(found, found.state)
}

/** Whether its file says all that it should, so that a reuse needs no lock and writes nothing. */
export function isSettled<S extends ServiceState>(
  found: Inspection<S>,
): found is Inspection<S> & { state: S } {
  return found.file === 'ok' && found.process === 'ours' && found.phase === 'ready'
}

export function reused<S extends ServiceState>(found: Inspection<S>, state: S): Ensured<S> {
  const version = found.probe?.kind === 'healthy' ? found.probe.version : state.version
  return { started: false, reused: true, replaced: false, state, health: { healthy: true, version } }
}
