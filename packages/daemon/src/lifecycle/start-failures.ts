/** Why a start failed, and what to run about it. */
import { configRefusal, type ConfigRefusal } from '../services/config-refusal.ts'
import { tryConfig } from '../services/config-trial.ts'
import { KiloError } from '../errors.ts'
import { pause } from '../pause.ts'
import { quote } from '../printable.ts'
import type { Service } from '../services/service.ts'
import type { Spawned } from '../process/spawn.ts'
import type { ServiceState } from '../state/state.ts'
import { LOOPBACK, type Place } from '../place.ts'

/** The engine's words for it (engine.md), and Node's. */
const PORT_TAKEN = /ServeError|EADDRINUSE|address already in use/i

const NAMELESS = /Can not add index to parent of type/

/** It has ended already, or this system does not tell one process from another: then none is managed at all. */
export async function unidentified<S extends ServiceState>(
  service: Service<S>,
  child: Spawned,
): Promise<KiloError> {
  for (let tries = 0; tries < 10 && child.ended() === undefined; tries++) await pause(20)
  if (child.ended() !== undefined) return exited(service, child)
  const message = `this system (${process.platform}) does not tell when process ${child.pid} was started, so it was ended again`
  return new KiloError('unidentified', message, 'ps -o lstart= -p $$', { pid: child.pid })
}

export async function exited<S extends ServiceState>(
  service: Service<S>,
  child: Spawned,
): Promise<KiloError> {
  const output = await child.output()
  const refused = await refusalIn(output, child.env)
  if (refused) return configRefused(service.commands.start, refused)
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

/** The engine's own words name the file, but for one error of its first start (config-trial.ts). */
async function refusalIn(output: string, env: NodeJS.ProcessEnv): Promise<ConfigRefusal | undefined> {
  return configRefusal(output) ?? (NAMELESS.test(output) ? tryConfig(env).catch(() => undefined) : undefined)
}

function configRefused(command: string, { path, problem }: ConfigRefusal): KiloError {
  return new KiloError(
    'config-refused',
    `the engine does not take its configuration ${path}: ${problem}`,
    `edit ${path}, then ${command}`,
    { path },
  )
}

export async function tooSlow<S extends ServiceState>(
  service: Service<S>,
  child: Spawned,
  startMs: number,
): Promise<KiloError> {
  const seconds = Math.round(startMs / 1000)
  const message = `the ${service.name} was not healthy within ${seconds} s${quote(await child.output())}`
  return new KiloError('start-timeout', message, service.commands.log, { log: service.paths.log })
}

const UNBINDABLE: Record<string, string> = {
  EACCES: 'this user may not listen there',
  EADDRNOTAVAIL: 'this machine has no such address',
  ENOTFOUND: 'there is no host of that name',
  EAI_AGAIN: 'there is no host of that name, as far as can be told: no name server answers',
}

/** `command`: what was run, to be run again with another place. */
export function unbindable(command: string, { hostname, port }: Place, code: string): KiloError {
  return new KiloError(
    'not-bindable',
    `${hostname}:${port} cannot be listened on: ${UNBINDABLE[code] ?? code}`,
    code === 'EACCES' ? `${command} --port <1024 or more>` : `${command} --hostname ${LOOPBACK}`,
    { hostname, port },
  )
}

/** `command`: as for `unbindable`. */
export function noPort<S extends ServiceState>(
  command: string,
  { wanted, ports }: Service<S>,
  hostname: string,
): KiloError {
  if (wanted.port !== undefined) {
    return new KiloError(
      'port-taken',
      `port ${wanted.port} on ${hostname} is in use by another program`,
      `${command} (without --port), or ss -ltnp 'sport = :${wanted.port}'`,
      { port: wanted.port },
    )
  }
  const range = `${ports.first}-${ports.last}`
  return new KiloError(
    'ports-taken',
    `every port of ${range} on ${hostname} is in use`,
    `${command} --port <another>`,
    { ...ports },
  )
}
