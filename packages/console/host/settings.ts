/** PURE: what the environment asks of the host. */
import { baseOf, LOOPBACK } from '@kilo-console/daemon'
import { wordsOf } from './git/editor.ts'
import { HttpProblem } from './http/problem.ts'

export interface Settings {
  hostname: string
  port: number
  /** Begins and ends with a slash. */
  base: string
  /** Proves to `POST /auth/tickets` that the caller may read console.json. */
  controlToken: string
  /** Users besides us and root who may connect, a reverse proxy's for example: names or numbers. */
  trustedUsers: string[]
  /** The command that opens a file of this machine, in words; none: nothing opens one. */
  editor: string[]
}

/** Throws with a sentence that names the variable. */
export function readSettings(env: NodeJS.ProcessEnv): Settings {
  const port = Number(env['KILO_CONSOLE_PORT'])
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw invalid('KILO_CONSOLE_PORT is not a port.')
  const controlToken = env['KILO_CONSOLE_CONTROL_TOKEN'] ?? ''
  if (controlToken.length < 16) throw invalid('KILO_CONSOLE_CONTROL_TOKEN is missing or too short.')
  const hostname = env['KILO_CONSOLE_HOSTNAME'] || LOOPBACK
  const base = baseOf(env) ?? '/'
  const trustedUsers = parseUsers(env['KILO_CONSOLE_TRUSTED_USERS'])
  return {
    hostname,
    port,
    base,
    controlToken,
    trustedUsers,
    editor: wordsOf(env['KILO_CONSOLE_EDITOR'] ?? ''),
  }
}

/** `www-data, 1001` */
function parseUsers(text = ''): string[] {
  const users = text.split(',').map((user) => user.trim())
  const odd = users.find((user) => !/^[\w.@$-]*$/.test(user) || user.startsWith('-'))
  if (odd !== undefined) throw invalid(`KILO_CONSOLE_TRUSTED_USERS names "${odd}", which is no user.`)
  return users.filter((user) => user !== '')
}

/** The environment without what is the host's alone: the engine's shells would inherit it. */
export function withoutSettings(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('KILO_CONSOLE_')))
}

export function invalid(message: string): HttpProblem {
  return new HttpProblem(500, 'bad-settings', message, 'kilo console')
}
