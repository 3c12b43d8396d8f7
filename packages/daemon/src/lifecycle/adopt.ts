import type { Ensured } from './result.ts'
import type { Lock } from '../lock/lock.ts'
import { identify } from '../process/identity.ts'
import { isSettled, reused } from './reuse.ts'
import type { Service } from '../services/service.ts'
import { setAsideIfBad, writeState } from '../state/state-file.ts'
import { SCHEMA, type ServiceState } from '../state/state.ts'
import type { Inspection } from './inspect.ts'

/** Takes over what runs: one whose starter died, whose file was lost, or that the engine's own CLI started. */
export async function adopt<S extends ServiceState>(
  service: Service<S>,
  lock: Lock,
  found: Inspection<S>,
): Promise<Ensured<S>> {
  const { state } = found
  if (!state) throw new TypeError('decided to reuse what was not found')
  if (isSettled(found)) return reused(found, state)
  const identity = state.identity ?? (await identify(state.pid))
  const version = found.probe?.kind === 'healthy' ? found.probe.version : state.version
  const adopted: S = {
    ...state,
    version,
    phase: 'ready',
    ...(identity ? { identity } : {}),
    nonce: state.nonce ?? crypto.randomUUID(),
    schema: SCHEMA,
  }
  await lock.assertHeld()
  await setAsideIfBad(service)
  await writeState(service, adopted, lock)
  return { ...reused(found, adopted), reason: adoption(found) }
}

function adoption<S extends ServiceState>({ file, phase }: Inspection<S>): string {
  if (file === 'recovered') return 'its state file was lost'
  return phase === 'starting' ? 'its starter had ended' : 'adopted'
}
