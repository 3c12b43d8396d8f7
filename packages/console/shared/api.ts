/** What the host answers and the app asks for. Source: the host's routes in README.md. */

import type { EngineKind } from '@kilo-console/engine/capabilities'
import type { ProjectColor } from '@kilo-console/engine/project-colors'
import type { Budget } from './budget.ts'
import type { Hidden } from './hidden.ts'
import type { SetPreferences } from './preferences.ts'

/** `foreign`: another user's, which is listed and never spoken to. */
export type ServerKind = 'managed' | 'open' | 'locked' | 'remembered' | 'foreign'

/**
 * `starting`: spawned, not yet answering. `unhealthy`: the process lives, the health check fails.
 * `locked`: answers, and wants a password that we do not have. `offline`: nothing answers.
 */
export type ServerHealth = 'healthy' | 'starting' | 'unhealthy' | 'locked' | 'offline'

export interface ServerProject {
  id: string
  worktree: string
  /** As its user has called it; absent or empty: as its folder is. */
  name?: string
  color?: ProjectColor
}

export interface ServerInfo {
  /** `daemon` for the managed one, `port-<port>` for others. */
  id: string
  url: string
  port: number
  kind: ServerKind
  health: ServerHealth
  /** The engine's version, null while unknown. */
  version: string | null
  /** Whose engine it is and what it can do, found when it became healthy; absent while that is unknown. */
  engine?: EngineKind
  pid?: number
  /** Whose it is, when it is another user's. */
  user?: string
  projects: ServerProject[]
  /** Unix milliseconds of the newest session change, null while unknown. */
  lastActive: number | null
  rssBytes?: number
  /** Per cent of one core over the last sample. */
  cpuPercent?: number
  /** Unix milliseconds. */
  startedAt?: number
  /** There while it uses more memory than is meant to be usual (KILO_MEMORY_LIMIT). It is never ended for it. */
  memoryWarning?: { limitBytes: number }
  /** It sends what is not what it should be: so many events and entries of answers were dropped. Absent: none. */
  dropped?: number
  /** Terminals that were halted because they print faster than it can take. They wait for a person. */
  floods?: TerminalFlood[]
  /** Why it is not healthy, for a person. */
  problem?: Problem
}

export interface TerminalFlood {
  ptyID: string
  /** The command that floods: `yes`. */
  program: string
}

/** What may be done about it: let it go on, or press Ctrl-C in it. */
export type FloodAction = 'continue' | 'interrupt'

/** Every error that the host answers has this body: `{ "error": Problem }`. */
export interface Problem {
  code: string
  message: string
  /** What to do or run next. */
  hint?: string
}

export interface ProblemBody {
  error: Problem
}

/** The id of the managed daemon's entry. It is always in the list, alive or not. */
export const DAEMON_ID = 'daemon'

/** The engine's project for what is in no repository. Its worktree is wherever such a session was opened last. */
export const NO_PROJECT = 'global'

export type DaemonAction = 'start' | 'stop' | 'restart'

/** Answer of `POST /api/daemon/<action>`. */
export interface DaemonActionResult {
  action: DaemonAction
  server: ServerInfo
}

export interface FigureSample {
  /** Unix milliseconds. */
  at: number
  rssBytes: number
  /** Per cent of one core since the sample before. */
  cpuPercent: number
}

/** Answer of `GET /api/servers/<id>/figures`: the last minutes, oldest first. The host sees only the managed daemon's process. */
export interface ServerFigures {
  /** Between two samples; a longer gap means that there was no process. */
  everyMs: number
  samples: FigureSample[]
  /** From when on its memory is warned about; absent: it is not. */
  limitBytes?: number
}

/** What the host keeps for every browser. */
export interface KeptForAll {
  /** Absent: there is none. */
  budget?: Budget
  /** Absent: nothing is. */
  hidden?: Hidden
  preferences?: SetPreferences
}

/** Where the console lives, as the login and the greeting of the events tell it. `GET /api/session` answers it too: whoever is logged in gets it. */
export interface ConsoleInfo extends KeptForAll {
  version: string
  /** The directory that a new session or terminal starts in when the user names none. */
  home: string
  /** A file of this machine can be opened in an editor. */
  hasEditor?: true
}

/** Answer of `POST /auth/session`; the other half of the login comes as a cookie. */
export interface LoginAnswer extends ConsoleInfo {
  key: string
}
