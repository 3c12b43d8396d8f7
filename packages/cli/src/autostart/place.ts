import { dirname } from 'node:path'
import { kiloPaths, KiloError } from '@kilo-console/daemon'
import { launchAgent } from './launch-agent.ts'
import { loginCommand, type LoginItem } from './login-item.ts'
import { systemdUnit } from './systemd-unit.ts'
import { windowsTask } from './windows-task.ts'

export interface Machine {
  platform: NodeJS.Platform
  env: NodeJS.ProcessEnv
  /** Of Node and of our own script. Absolute. */
  node: string
  script: string
  uid: number
  /** `DOMAIN\name` on Windows. */
  user: string
}

/** This machine, and the command that runs now. */
export function thisMachine(env: NodeJS.ProcessEnv = process.env): Machine {
  const { USERDOMAIN: domain, USERNAME: name = '' } = env
  return {
    platform: process.platform,
    env,
    node: process.execPath,
    script: process.argv[1] ?? '',
    uid: process.getuid?.() ?? 0,
    user: domain ? `${domain}\\${name}` : name,
  }
}

/** PURE. What belongs on this machine. Throws `no-login-items` where we know of no such thing. */
export function loginItem({ platform, env, node, script, uid, user }: Machine): LoginItem {
  const { config, state, home } = kiloPaths(env)
  const command = () => loginCommand(node, script, env)
  if (platform === 'linux') return systemdUnit(dirname(config), command)
  if (platform === 'darwin') return launchAgent(home, uid, command)
  if (platform === 'win32') return windowsTask(state, user, command)
  throw new KiloError(
    'no-login-items',
    `kilo knows no way to start at login on ${platform}`,
    'run kilo daemon start from your own login script',
  )
}
