import type {
  GlobalSession,
  PermissionRequest,
  Pty,
  QuestionRequest,
  SessionStatus,
} from '@kilocode/sdk/v2/client'
import type { Problem } from './api.ts'
import type { InDirectory } from './roster/roster.ts'

/**
 * Answer of `GET /api/servers/<id>/snapshot`: all that the roster shows of one server, read in one go beside the engine.
 * Events numbered above `seq` (of `epoch`) may or may not be in it already; applying them again does no harm.
 */
export interface ServerSnapshot {
  epoch: string
  seq: number
  /** The newest sessions over all projects, archived ones left out. */
  sessions: GlobalSession[]
  /** True when the engine has more sessions than these. */
  more: boolean
  /** Sessions that are not idle. */
  activity: Record<string, SessionStatus>
  /** Unix milliseconds since when, by session id, as far as the host saw it. */
  busySince: Record<string, number>
  /** Why the last turn ended in an error, by session id, as far as the host saw it. */
  failed: Record<string, Problem>
  /** Sessions whose turn was cut off when their engine ended, as far as the host saw them at work. */
  interrupted: string[]
  /** Those that somebody waits for. */
  permissions: InDirectory<PermissionRequest>[]
  questions: InDirectory<QuestionRequest>[]
  terminals: InDirectory<Pty>[]
  /** Directories that could not be read, with the reason: shown, not hidden. */
  skipped: { directory: string; reason: string }[]
}
