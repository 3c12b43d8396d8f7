import { basename } from 'node:path'
import { newControlToken } from './credentials.ts'
import { kiloPaths } from '../state/paths.ts'
import { mismatchedPlace, type Service } from './service.ts'
import type { ConsoleState } from '../state/state.ts'
import { serviceUrl } from '../place.ts'

export interface ConsoleHostOptions {
  /** Absolute path of the host's built main.js. */
  main: string
  version: string
  port?: number
  hostname?: string
  env?: NodeJS.ProcessEnv
}

export const CONSOLE_PORTS = { first: 4117, last: 4136 }

const TOKEN = 'KILO_CONSOLE_CONTROL_TOKEN'

/** What floods through is garbage at once. V8 would rather let the heap grow than collect it: 168 MiB become 115 under a flood of 2 MiB events. */
const SMALL_HEAP = ['--optimize-for-size']

/**
 * The console's local server. It gets KILO_CONSOLE_CONTROL_TOKEN, KILO_CONSOLE_PORT and KILO_CONSOLE_HOSTNAME by environment, and
 * answers `GET /health` with `{"healthy":true,"version"}` without authentication. It must exit on SIGTERM.
 */
export function consoleHostService(options: ConsoleHostOptions): Service<ConsoleState> {
  const { main, version, port, hostname, env = process.env } = options
  const paths = kiloPaths(env)
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
    launch: ({ hostname, port }, token) =>
      Promise.resolve({
        file: process.execPath,
        args: [...SMALL_HEAP, main],
        cwd: paths.home,
        env: { ...env, [TOKEN]: token, KILO_CONSOLE_PORT: String(port), KILO_CONSOLE_HOSTNAME: hostname },
      }),
    looksLike: (args) => args.some((arg) => basename(arg) === basename(main)),
    claims: () => undefined,
    mismatch: (state) => mismatchedPlace(state, { port, hostname }),
    record: (base, controlToken) => ({ ...base, controlToken }),
    parse: ({ controlToken }, base) => (isText(controlToken) ? { ...base, controlToken } : undefined),
    health: (place) => ({ url: `${serviceUrl(place)}/health`, headers: {} }),
    // Its work is done by the engine; a tab reconnects to a new host by itself.
    busy: () => Promise.resolve(0),
  }
}

const commands = {
  start: 'kilo console',
  stop: 'kilo console stop',
  restart: 'kilo console stop && kilo console',
  log: 'kilo doctor',
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== ''
}
