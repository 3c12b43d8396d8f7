import type { IndexingStatus, Message, Part, Session, SnapshotFileDiff, Todo } from '@kilocode/sdk/v2/client'
import type { ConsoleInfo, Problem, ServerInfo } from '../../shared/api.ts'
import type { Cut } from '../../shared/cut-parts.ts'
import { emptyRoster, type Load, type Roster } from '../../shared/roster/roster.ts'
import type { SentPrompt, Unsent } from '../../shared/unsent.ts'
import type { LinkState } from '../events/socket.ts'

export type { ModelRef, PromptChoice, PromptExtra } from '../../shared/unsent.ts'

export type Terminal = Roster['terminals'][string]
export type Permission = Roster['permissions'][string]
export type Question = Roster['questions'][string]

/** Where a session or terminal lives. */
export interface SessionRef {
  serverId: string
  sessionId: string
}

/** A prompt that was sent and is not in the transcript yet. */
export interface PendingPrompt extends SentPrompt {
  /** Set when sending failed, or when the engine lost it: it stays, with a retry. */
  problem?: Problem
}

/** A part that may lack its beginning: that comes when the part has ended (shared/live-parts.ts). */
export type Torn<P> = P & { torn?: true }

/** What is known of one opened session, kept while a view shows it and a little longer. */
export interface Transcript {
  load: Load
  /** Ascending by time, then id. */
  messages: Message[]
  /** By message id, each ascending by id. */
  parts: Record<string, Cut<Torn<Part>>[]>
  /** Cursor of the next older page; null when the beginning is reached. */
  older: string | null
  olderLoad: Load
  todos: Todo[]
  /** The session's changed files. */
  diffs: SnapshotFileDiff[]
  pending: PendingPrompt[]
  /** Prompts that wait, as the engine told last; absent: it told nothing yet. */
  queue?: string[]
  /** As it was kept when the session was last read. */
  unsent?: Unsent
  /** As `SessionOpening.folder` of the newest answer. */
  folder?: Problem | null
}

export interface ServerState extends Roster {
  info: ServerInfo
  /** Those that the roster does not list and a view shows: old ones and archived ones, by their link. */
  others: Record<string, Session>
  /** Sessions that a person put away, until the engine has them in its archive: not listed, whatever is heard of them. */
  putAway: Record<string, true>
  transcripts: Record<string, Transcript>
  /** How often events were missed: what was seen before may have ended unseen. */
  gaps: number
  /** How often an instance of it ended: its folder is set up anew when it is next asked for something. */
  disposals: number
  /** What the engine asked whoever shows it to show, last: a session that it has begun itself. Nobody is led there unasked. */
  selected?: { sessionId: string }
  /** Where somebody has to log in to an MCP server, that the engine could not show anybody itself, last. */
  loginPage?: { seq: number; directory: string; mcpName: string; url: string }
  /** How far the index of a folder is, as it was heard last, by folder. */
  indexing: Record<string, IndexingStatus>
}

/** What became of the launch URL's one-time ticket. `none`: the page was opened without one; `outdated`: with a login of an older version. */
export type Login =
  | { status: 'none' | 'outdated' }
  /** `info`: as the login was answered. */
  | { status: 'done'; info?: ConsoleInfo }
  | { status: 'refused'; problem: Problem }

export interface ConsoleState {
  login: Login
  link: LinkState
  info: ConsoleInfo | null
  /** By server id. */
  servers: Record<string, ServerState>
  /** Server ids in the host's order, the managed daemon first. */
  order: string[]
  /** The daemon action under way, from this page. */
  daemonAction: 'start' | 'stop' | 'restart' | null
}

/** Whether its sessions are still on their way. */
export function isAwaited({ load, info }: Pick<ServerState, 'load' | 'info'>): boolean {
  return load.status === 'loading' || (load.status === 'idle' && info.health === 'healthy')
}

/** A session that is known, whether or not the roster lists it. */
export function sessionOf(
  server: Pick<ServerState, 'sessions' | 'others'> | undefined,
  id: string,
): Session | undefined {
  return server?.sessions[id] ?? server?.others[id]
}

export function emptyTranscript(): Transcript {
  return {
    load: { status: 'idle' },
    messages: [],
    parts: {},
    older: null,
    olderLoad: { status: 'idle' },
    todos: [],
    diffs: [],
    pending: [],
  }
}

export function emptyServer(info: ServerInfo): ServerState {
  return {
    ...emptyRoster(),
    info,
    others: {},
    putAway: {},
    transcripts: {},
    gaps: 0,
    disposals: 0,
    indexing: {},
  }
}
