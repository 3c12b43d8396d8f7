import type { Refusal } from './decide.ts'
import { KiloError } from './errors.ts'
import type { Service } from './service.ts'
import type { ServiceState } from './state.ts'
import type { Survey } from './survey.ts'

/** What `decide` refused, as an error that says how to get on. */
export function refusal<S extends ServiceState>(
  service: Service<S>,
  found: Survey<S>,
  why: Refusal,
  wantedVersion: string,
): KiloError {
  const { name, commands, wanted, paths } = service
  const pid = found.state?.pid
  switch (why) {
    case 'newer-schema':
      return new KiloError(
        'newer-schema',
        `${paths.state} was written by a newer version of kilo`,
        'update kilo, or use the version that wrote it',
      )
    case 'forbidden':
      return new KiloError(
        'forbidden',
        `the recorded ${name}, process ${pid}, belongs to another user`,
        `ps -o user,args -p ${pid}`,
        { pid },
      )
    case 'unproven':
      return new KiloError(
        'unproven',
        `process ${pid}, started by another program as the ${name}, does not answer; it is not ours to end`,
        `kill ${pid}, then ${commands.start}`,
        { pid },
      )
    case 'other-place': {
      const at = `${found.running?.hostname}:${found.running?.port}`
      const options = [
        wanted.hostname && `--hostname ${wanted.hostname}`,
        wanted.port && `--port ${wanted.port}`,
      ].filter(Boolean)
      return new KiloError(
        'other-place',
        `the ${name} already runs on ${at} (pid ${pid})`,
        `${commands.restart} ${options.join(' ')}`,
        { pid },
      )
    }
    case 'other-version': {
      const running = found.probe?.kind === 'healthy' ? found.probe.version : 'unknown'
      return new KiloError(
        'other-version',
        `a ${name} of version ${running} runs (pid ${pid}); this kilo comes with ${wantedVersion}`,
        `${commands.restart} switches to ${wantedVersion}`,
        { pid, running, wanted: wantedVersion },
      )
    }
  }
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
