import type { Refusal } from './decide.ts'
import { KiloError } from '../errors.ts'
import type { Service } from '../services/service.ts'
import type { ServiceState } from '../state/state.ts'
import type { Inspection } from './inspect.ts'

/** What `decide` refused, as an error that says how to get on. */
export function refusal<S extends ServiceState>(
  service: Service<S>,
  found: Inspection<S>,
  why: Refusal,
  wantedVersion: string,
): KiloError {
  const pid = found.state?.pid
  const { message, hint } = explanations[why](service, found, pid, wantedVersion)
  return new KiloError(why, message, hint, { pid })
}

interface Explanation {
  message: string
  hint: string
}

type Explain = (
  service: Pick<Service, 'name' | 'commands' | 'paths'>,
  found: Pick<Inspection<ServiceState>, 'state' | 'probe' | 'mismatch'>,
  pid: number | undefined,
  wantedVersion: string,
) => Explanation

const explanations: Record<Refusal, Explain> = {
  'newer-schema': ({ paths }) => ({
    message: `${paths.state} was written by a newer version of kilo`,
    hint: 'update kilo, or use the version that wrote it',
  }),
  forbidden: ({ name }, _, pid) => ({
    message: `the recorded ${name}, process ${pid}, belongs to another user`,
    hint: `ps -o user,args -p ${pid}`,
  }),
  unproven: ({ name, commands }, _, pid) => ({
    message: `process ${pid}, started by another program as the ${name}, does not answer; it is not ours to end`,
    hint: `kill ${pid}, then ${commands.start}`,
  }),
  'other-options': ({ name, commands }, { state, mismatch }, pid) => ({
    message: `the ${name} already runs on ${state?.hostname}:${state?.port} (pid ${pid}), without ${mismatch.join(' ')}`,
    hint: [commands.restart, ...mismatch].join(' '),
  }),
  'other-version': ({ name, commands }, { probe }, pid, wantedVersion) => ({
    message: `a ${name} of version ${probe?.kind === 'healthy' ? probe.version : 'unknown'} runs (pid ${pid}); this kilo comes with ${wantedVersion}`,
    hint: `${commands.restart} switches to ${wantedVersion}`,
  }),
}

export function busyRefusal<S extends ServiceState>(
  service: Service<S>,
  state: S,
  sessions: number | undefined,
  reason: string,
): KiloError {
  const work =
    sessions === undefined
      ? 'may be at work (it did not say)'
      : `is at work on ${sessions} session${sessions === 1 ? '' : 's'}`
  return new KiloError(
    'busy',
    `the ${service.name} (pid ${state.pid}) is to be replaced (${reason}), but ${work}`,
    `wait, or ${service.commands.restart} --force`,
    { pid: state.pid, sessions },
  )
}
