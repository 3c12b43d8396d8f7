import { basename } from 'node:path'
import { BASE_VARIABLE, plainBase } from './console-base.ts'
import { newControlToken } from './credentials.ts'
import { kiloPaths } from '../state/paths.ts'
import { mismatchedPlace, type Service } from './service.ts'
import type { ConsoleState, ServiceState } from '../state/state.ts'
import type { Json } from '../validate.ts'
import { serviceUrl, type Place } from '../place.ts'

export interface ConsoleHostOptions {
  /** Absolute path of the host's built main.js. */
  main: string
  version: string
  /** Where it answers without authentication that it is well: `/health`. */
  health: string
  port?: number
  hostname?: string
  /** The path that it serves the console below, as `plainBase` gives it. Undefined: that of the one before, else `/`. */
  base?: string | undefined
  env?: NodeJS.ProcessEnv
}

export const CONSOLE_PORTS = { first: 4117, last: 4136 }

const TOKEN = 'KILO_CONSOLE_CONTROL_TOKEN'

/** What floods through is garbage at once. V8 would rather let the heap grow than collect it: 168 MiB become 115 under a flood of 2 MiB events. */
const SMALL_HEAP = ['--optimize-for-size']

/**
 * The console's local server. It gets KILO_CONSOLE_CONTROL_TOKEN, KILO_CONSOLE_PORT, KILO_CONSOLE_HOSTNAME and KILO_CONSOLE_BASE by
 * environment, and answers at `health` with `{"healthy":true,"version"}`. It must exit on SIGTERM.
 */
export function consoleHostService(options: ConsoleHostOptions): Service<ConsoleState> {
  const { main, version, port, hostname, base, env = process.env } = options
  const paths = kiloPaths(env)
  /** Whoever has an address in a bookmark finds the console there after a restart, too. */
  const baseAfter = (previous: ConsoleState | undefined) => base ?? previous?.base ?? '/'
  return {
    name: 'console host',
    commands,
    paths: {
      folder: paths.state,
      state: paths.consoleFile,
      log: paths.consoleLog,
      lock: paths.consoleLock,
    },
    ports: CONSOLE_PORTS,
    graceMs: 3000,
    wanted: { ...(hostname === undefined ? {} : { hostname }), ...(port ? { port } : {}) },
    version: () => Promise.resolve(version),
    newSecret: newControlToken,
    secretVariable: TOKEN,
    launch: ({ hostname, port }, token, previous) =>
      Promise.resolve({
        file: process.execPath,
        args: [...SMALL_HEAP, main],
        cwd: paths.home,
        env: environment({ ...env, [TOKEN]: token }, { hostname, port }, baseAfter(previous)),
      }),
    looksLike: (args) => args.some((arg) => basename(arg) === basename(main)),
    claims: () => undefined,
    mismatch: (state) => mismatch(state, options),
    record: (common, controlToken, previous, found) => ({
      ...common,
      controlToken,
      base: found ? plainBase(found.env.get(BASE_VARIABLE) ?? '') : baseAfter(previous),
    }),
    parse,
    health: (place) => ({ url: serviceUrl(place) + options.health, headers: {} }),
    // Its work is done by the engine; a tab reconnects to a new host by itself.
    busy: () => Promise.resolve(0),
  }
}

function mismatch(state: ConsoleState, { port, hostname, base }: ConsoleHostOptions): string[] {
  const isElsewhere = base !== undefined && state.base !== undefined && base !== state.base
  return [...mismatchedPlace(state, { port, hostname }), ...(isElsewhere ? [`--base ${base}`] : [])]
}

function environment(env: NodeJS.ProcessEnv, { hostname, port }: Place, base: string): NodeJS.ProcessEnv {
  return { ...env, KILO_CONSOLE_PORT: String(port), KILO_CONSOLE_HOSTNAME: hostname, [BASE_VARIABLE]: base }
}

const commands = {
  start: 'kilo console',
  stop: 'kilo console stop',
  restart: 'kilo console stop && kilo console',
  log: 'kilo doctor',
}

function parse({ controlToken, base }: Json, common: ServiceState): ConsoleState | undefined {
  if (!isText(controlToken)) return undefined
  if (base === undefined) return { ...common, controlToken }
  return isText(base) && plainBase(base) === base ? { ...common, controlToken, base } : undefined
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== ''
}
