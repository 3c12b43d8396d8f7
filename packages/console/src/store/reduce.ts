import type {
  EventPermissionAsked,
  EventPermissionReplied,
  EventPtyCreated,
  EventPtyExited,
  EventQuestionAsked,
  EventSessionDiff,
  EventSessionError,
  EventSessionStatus,
  EventSessionUpdated,
  EventTodoUpdated,
} from '@kilocode/sdk/v2/client'
import type { EngineEvent, EngineFrame } from '../../shared/events.ts'
import type { LiveParts } from '../../shared/live-parts.ts'
import type { ServerSnapshot } from '../../shared/snapshot.ts'
import { problemOf } from '../sdk/problem.ts'
import { reduceTranscript } from './reduce-transcript.ts'
import type { ServerState } from './types.ts'

type Handler = (draft: ServerState, event: EngineEvent, directory: string, now: number) => void

type Request = ServerState['permissions'][string] | ServerState['questions'][string]

/** A question that the session does not wait for stays open after its turn. */
function isOptional(request: Request): boolean {
  return 'blocking' in request && !request.blocking
}

/** A session that is idle or gone waits for nobody, whether or not the engine said so of each request. */
function dropRequests(
  draft: ServerState,
  sessionId: string,
  matches: (request: Request) => boolean = () => true,
) {
  for (const requests of [draft.permissions, draft.questions]) {
    for (const request of Object.values(requests)) {
      if (request.sessionID === sessionId && matches(request)) delete requests[request.id]
    }
  }
}

function setActivity(
  draft: ServerState,
  sessionId: string,
  status: ServerState['activity'][string],
  now: number,
) {
  if (status.type === 'idle') {
    delete draft.activity[sessionId]
    delete draft.busySince[sessionId]
    dropRequests(draft, sessionId, (request) => !isOptional(request))
    return
  }
  draft.activity[sessionId] = status
  draft.busySince[sessionId] ??= now
}

const putSession: Handler = (draft, event) => {
  const { info } = event.properties as EventSessionUpdated['properties']
  if (info.time.archived) delete draft.sessions[info.id]
  else draft.sessions[info.id] = info
}

const dropSession: Handler = (draft, event) => {
  const { sessionID } = event.properties as EventSessionUpdated['properties']
  for (const kept of [draft.sessions, draft.activity, draft.busySince, draft.failed, draft.transcripts])
    delete kept[sessionID]
  dropRequests(draft, sessionID)
}

const dropRequest =
  (kind: 'permissions' | 'questions'): Handler =>
  (draft, event) => {
    delete draft[kind][(event.properties as EventPermissionReplied['properties']).requestID]
  }

const putTerminal: Handler = (draft, event, directory) => {
  const { info } = event.properties as EventPtyCreated['properties']
  draft.terminals[info.id] = { ...info, directory }
}

/** One handler an event type; types that are not here change nothing in the roster. */
const handlers: Record<string, Handler> = {
  'session.created': putSession,
  'session.updated': putSession,
  'session.deleted': dropSession,
  'session.status': (draft, event, _directory, now) => {
    const { sessionID, status } = event.properties as EventSessionStatus['properties']
    if (status.type === 'busy') delete draft.failed[sessionID]
    setActivity(draft, sessionID, status, now)
  },
  'session.idle': (draft, event, _directory, now) => {
    setActivity(draft, String(event.properties['sessionID']), { type: 'idle' }, now)
  },
  'session.error': (draft, event) => {
    const { sessionID, error } = event.properties as EventSessionError['properties']
    // Stopping a session is reported as an error; the user asked for it.
    if (!sessionID || !error || error.name === 'MessageAbortedError') return
    const problem = problemOf(error, undefined)
    draft.failed[sessionID] = problem
    const transcript = draft.transcripts[sessionID]
    if (transcript) transcript.problem = problem
  },
  'session.diff': (draft, event) => {
    const { sessionID, diff } = event.properties as EventSessionDiff['properties']
    const transcript = draft.transcripts[sessionID]
    if (transcript) transcript.diffs = diff
  },
  'todo.updated': (draft, event) => {
    const { sessionID, todos } = event.properties as EventTodoUpdated['properties']
    const transcript = draft.transcripts[sessionID]
    if (transcript) transcript.todos = todos
  },
  'permission.asked': (draft, event, directory) => {
    const request = event.properties as EventPermissionAsked['properties']
    draft.permissions[request.id] = { ...request, directory }
  },
  'permission.replied': dropRequest('permissions'),
  'question.asked': (draft, event, directory) => {
    const request = event.properties as EventQuestionAsked['properties']
    draft.questions[request.id] = { ...request, directory }
  },
  'question.replied': dropRequest('questions'),
  'question.rejected': dropRequest('questions'),
  'pty.created': putTerminal,
  'pty.updated': putTerminal,
  'pty.exited': (draft, event) => {
    const { id, exitCode } = event.properties as EventPtyExited['properties']
    const terminal = draft.terminals[id]
    if (terminal) Object.assign(terminal, { status: 'exited', exitCode })
  },
  'pty.deleted': (draft, event) => {
    delete draft.terminals[String(event.properties['id'])]
  },
}

/**
 * Applies one frame to the state of its server, in place (a plain object in tests, Solid's `produce` draft in the app).
 * `live` has this frame's event already. `now`: Unix milliseconds. Events of sessions that are not open touch the roster alone.
 */
export function reduce(draft: ServerState, frame: EngineFrame, live: LiveParts, now: number): void {
  handlers[frame.event.type]?.(draft, frame.event, frame.directory ?? '', now)
  const sessionId = sessionOf(frame.event)
  const transcript = sessionId === undefined ? undefined : draft.transcripts[sessionId]
  if (transcript) reduceTranscript(transcript, frame.event, live)
}

function sessionOf({ properties }: EngineEvent): string | undefined {
  const id = properties['sessionID']
  return typeof id === 'string' ? id : undefined
}

function keyed<T extends { id: string }>(list: readonly T[]): Record<string, T> {
  return Object.fromEntries(list.map((entry) => [entry.id, entry]))
}

/** Replaces all that the roster shows of a server by a snapshot, in place. Transcripts stay: they have loads of their own. */
export function laySnapshot(draft: ServerState, snapshot: ServerSnapshot, now: number): void {
  draft.sessions = keyed(snapshot.sessions)
  draft.more = snapshot.more
  draft.activity = snapshot.activity
  draft.busySince = Object.fromEntries(
    Object.keys(snapshot.activity).map((id) => [id, snapshot.busySince[id] ?? draft.busySince[id] ?? now]),
  )
  draft.permissions = keyed(snapshot.permissions)
  draft.questions = keyed(snapshot.questions)
  // The engine lists running terminals alone; one that ended stays in view until it is closed, unless its engine is another one.
  const ended = Object.values(draft.terminals).filter((terminal) => terminal.status === 'exited')
  draft.terminals = keyed([...ended, ...snapshot.terminals])
  draft.skipped = snapshot.skipped
  draft.load = { status: 'ready' }
}
