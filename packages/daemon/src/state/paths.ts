import { homedir } from 'node:os'
import { isAbsolute, join } from 'node:path'
import { KiloError } from '../errors.ts'

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
  /** The console host's passwords of locked servers and its logged-in browsers, each 0600. */
  credentialsFile: string
  sessionsFile: string
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
  const log = join(data, 'log')
  return {
    home,
    data,
    state,
    config: base('XDG_CONFIG_HOME', '.config'),
    cache: base('XDG_CACHE_HOME', '.cache'),
    log,
    locks: join(state, 'locks'),
    daemonFile: join(state, 'daemon.json'),
    daemonLog: join(log, 'daemon.log'),
    daemonLock: join(state, 'daemon.lock'),
    consoleFile: join(state, 'console.json'),
    consoleLog: join(log, 'console.log'),
    consoleLock: join(state, 'console.lock'),
    credentialsFile: join(state, 'console-credentials.json'),
    sessionsFile: join(state, 'console-sessions.json'),
    launches: join(state, 'launches'),
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
