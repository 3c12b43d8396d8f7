import type { Service } from './service.ts'
import type { ConsoleState } from './state.ts'

export interface ConsoleHostOptions {
  /** Absolute path of the host's built main.js; not needed for `status` and `stop`. */
  main: string
  version: string
  port?: number
  hostname?: string
  env?: NodeJS.ProcessEnv
}

/**
 * The host process gets KILO_CONSOLE_CONTROL_TOKEN, KILO_CONSOLE_PORT and KILO_CONSOLE_HOSTNAME by environment, and answers
 * `GET /health` with `{"healthy":true,"version"}` without authentication. It must exit on SIGTERM.
 */
export declare function consoleHostService(options: ConsoleHostOptions): Service<ConsoleState>
