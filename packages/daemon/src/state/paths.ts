import { homedir } from 'node:os'
import { isAbsolute, join } from 'node:path'
import { KiloError } from '../errors.ts'
import { consoleFolders, type ConsoleFolders } from './console-folders.ts'

export interface KiloPaths {
  home: string
  /** Folders. XDG on every platform, because the engine looks there (engine.md, "Paths"). */
  data: string
  state: string
  config: string
  cache: string
  log: string
  locks: string
  /** Shared with the engine's own CLI. */
  daemonFile: string
  daemonLog: string
  daemonLock: string
  consoleFile: string
  consoleLog: string
  consoleLock: string
  /** The console's own, which the engine knows nothing of. */
  own: OwnPaths
  /** Where version 0.1 had these. */
  former: Omit<OwnPaths, 'data' | 'launches' | 'pins' | 'unsent' | 'budget' | 'hidden' | 'environments'>
}

interface OwnPaths {
  data: string
  /** The passwords of locked servers and the logged-in browsers, each 0600. */
  credentials: string
  logins: string
  /** What was written in sessions and not sent, 0600: it may hold whatever a prompt may. */
  unsent: string
  /** What somebody wants to spend at most. */
  budget: string
  /** Which sessions are pinned. */
  pins: string
  /** Which models and agents are left out of what one chooses from. */
  hidden: string
  /** What terminals of a project get into their environment, 0600: keys among it. */
  environments: string
  /** What its user writes. */
  settings: string
  /** Redirect pages that bring a browser to the console, each in a folder named by the hash of its ticket. */
  launches: string
}

/** Where everything lies, from the environment alone: nothing is read or made. */
export function kiloPaths(env: NodeJS.ProcessEnv = process.env): KiloPaths {
  const home = env['HOME'] || homeOfUser()
  // The XDG standard: a relative path is invalid and to be ignored.
  const base = (name: string, ...fallback: string[]) => {
    const set = env[name]
    return join(set && isAbsolute(set) ? set : join(home, ...fallback), 'kilo')
  }
  const data = base('XDG_DATA_HOME', '.local', 'share')
  const state = base('XDG_STATE_HOME', '.local', 'state')
  const config = base('XDG_CONFIG_HOME', '.config')
  const log = join(data, 'log')
  return {
    home,
    data,
    state,
    config,
    cache: base('XDG_CACHE_HOME', '.cache'),
    log,
    locks: join(state, 'locks'),
    daemonFile: join(state, 'daemon.json'),
    daemonLog: join(log, 'daemon.log'),
    daemonLock: join(state, 'daemon.lock'),
    consoleFile: join(state, 'console.json'),
    consoleLog: join(log, 'console.log'),
    consoleLock: join(state, 'console.lock'),
    own: ownPaths(consoleFolders(env, home)),
    former: {
      credentials: join(state, 'console-credentials.json'),
      logins: join(state, 'console-sessions.json'),
      settings: join(config, 'console.json'),
    },
  }
}

function ownPaths({ data, config }: ConsoleFolders): OwnPaths {
  return {
    data,
    credentials: join(data, 'passwords.json'),
    logins: join(data, 'logins.json'),
    unsent: join(data, 'unsent.json'),
    budget: join(data, 'budget.json'),
    pins: join(data, 'pins.json'),
    hidden: join(data, 'hidden.json'),
    environments: join(data, 'environments.json'),
    settings: join(config, 'settings.json'),
    launches: join(data, 'launches'),
  }
}

/** Throws `no-home`. */
function homeOfUser(): string {
  try {
    return homedir()
  } catch (error) {
    const message = 'HOME is not set, and the system knows no home folder of this user'
    throw new KiloError('no-home', message, 'HOME=<folder> kilo …', {}, error)
  }
}
