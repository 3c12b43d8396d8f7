import { terminate, terminateAll } from '../process/terminate.ts'
import { identify } from '../process/identity.ts'
import { refusal } from './refusals.ts'
import type { Service } from '../services/service.ts'
import { clearState, setAsideIfBad } from '../state/state-file.ts'
import type { ServiceState } from '../state/state.ts'
import { findLeftovers } from './orphan.ts'
import { inspect } from './inspect.ts'
import { whileLocked, type WaitOptions } from './while-locked.ts'

export interface Stopped {
  stopped: boolean
  reason?: string
  pid?: number
}

export interface StopOptions extends WaitOptions {
  /** Ends this start alone: whatever runs in its place is left to those who started it. */
  only?: Pick<ServiceState, 'pid' | 'nonce'>
}

/** Ends the service and its children. Nothing to end is no error. Throws `KiloError` when it may not or cannot be ended. */
export function stop<S extends ServiceState>(
  service: Service<S>,
  options: StopOptions = {},
): Promise<Stopped> {
  return whileLocked(service, options, async (lock) => {
    const found = await inspect(service, { signal: options.signal, health: 'unproven' })
    const { state } = found
    const { only } = options
    if (only && state && (state.pid !== only.pid || state.nonce !== only.nonce))
      return { stopped: false, reason: 'another runs in its place' }
    if (found.file === 'foreign-schema') throw refusal(service, found, 'newer-schema', '')
    if (found.process === 'forbidden') throw refusal(service, found, 'forbidden', '')
    const proven =
      found.process === 'ours' || (found.process === 'plausible' && found.probe?.kind === 'healthy')
    if (found.process === 'plausible' && !proven) throw refusal(service, found, 'unproven', '')
    const identity = proven && state ? (state.identity ?? (await identify(state.pid))) : undefined
    await lock.assertHeld()
    if (state && identity) {
      options.onProgress?.({ phase: 'stop', message: `ending the ${service.name} (pid ${state.pid})` })
      await terminate({ pid: state.pid, identity }, service.graceMs)
    }
    // It may have crashed before, or just now, and left them.
    if (state) await terminateAll(await findLeftovers(state))
    await lock.assertHeld()
    await setAsideIfBad(service)
    await clearState(service)
    return state && identity
      ? { stopped: true, pid: state.pid }
      : { stopped: false, reason: 'it was not running' }
  })
}
