import { KiloError } from '@kilo-console/daemon'

/** What is to run when the user logs in, and with what of the environment. */
export interface LoginCommand {
  /** Absolute path of the program, then its arguments. `kilo daemon start`, spelled out. */
  start: [string, ...string[]]
  /** The same for `kilo daemon stop`. */
  stop: [string, ...string[]]
  /** Names and values, in order. */
  environment: [string, string][]
}

/** One entry in a platform's list of what begins at login. */
export interface LoginItem {
  kind: 'systemd' | 'launchd' | 'task'
  file: string
  /** Throws `unusable-path`. */
  content: () => string | Buffer
  /** What makes the platform read the file. `optional`: it may fail, since there may be nothing to undo. */
  enable: Step[]
  disable: Step[]
  /** To be run once the file is gone. */
  afterwards: Step[]
  /** What `disable` would remove, where it cannot be run. */
  links: string[]
}

export interface Step {
  argv: [string, ...string[]]
  optional?: true
}

/** None is a secret: where things lie, and how much memory is much. A login shell's PATH is not what a service manager has. */
const PASSED_ON = [
  'PATH',
  'KILO_ENGINE',
  'KILO_MEMORY_LIMIT',
  'XDG_CONFIG_HOME',
  'XDG_DATA_HOME',
  'XDG_STATE_HOME',
  'XDG_CACHE_HOME',
]

/** PURE. `node` and `script` are absolute paths. Throws `unusable-path` for what no file of this kind can hold. */
export function loginCommand(node: string, script: string, env: NodeJS.ProcessEnv): LoginCommand {
  const environment = PASSED_ON.flatMap((name): [string, string][] => {
    const value = env[name]
    return value ? [[name, value]] : []
  })
  for (const text of [node, script, ...environment.map(([, value]) => value)]) refuseControls(text)
  return {
    start: [node, script, 'daemon', 'start'],
    stop: [node, script, 'daemon', 'stop'],
    environment,
  }
}

function refuseControls(text: string): void {
  if (!/\p{Cc}/u.test(text)) return
  throw new KiloError(
    'unusable-path',
    `${JSON.stringify(text)} holds a control character, which a start at login cannot pass on`,
    'move it to a path without one, or unset the variable',
  )
}

/** PURE. For element text and attributes. */
export function escapeXml(text: string): string {
  const names: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
  return text.replaceAll(/[&<>"]/g, (character) => names[character] ?? '')
}
