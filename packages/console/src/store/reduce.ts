import type {
  EventPermissionAsked,
  EventPermissionReplied,
  EventPtyCreated,
  EventPtyExited,
  EventQuestionAsked,
  EventSessionError,
  EventSessionStatus,
  EventSessionUpdated,
} from '@kilocode/sdk/v2/client'
import type { EngineEvent, EngineFrame } from '../../shared/events.ts'
import type { LiveParts } from '../../shared/live-parts.ts'
import { problemOf } from '../sdk/problem.ts'
import { reduceTranscript } from './reduce-transcript.ts'
import type { ServerState } from './types.ts'

type Handler = (draft: ServerState, event: EngineEvent, directory: string, now: number) => void

type Request = ServerState['permissions'][string] | ServerState['questions'][string]

/** A question that the session does not wait for stays open after its turn. Lists have a null where events have nothing. */
function isOptional(request: Request): boolean {
  return 'blocking' in request && !(request.blocking ?? true)
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
  const isShown = info.id in draft.transcripts
  if (info.time.archived) {
    delete draft.sessions[info.id]
    if (isShown) draft.others[info.id] = info
  } else {
    draft.sessions[info.id] = info
    delete draft.others[info.id]
  }
}

const dropSession: Handler = (draft, event) => {
  const { sessionID } = event.properties as EventSessionUpdated['properties']
  for (const kept of [draft.sessions, draft.others, draft.activity, draft.busySince, draft.failed])
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
    draft.failed[sessionID] = problemOf(error, undefined)
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

/** Applies one frame to what the roster shows of its server, in place: transcripts stay as they are. `now`: Unix milliseconds. */
export function reduceRoster(draft: ServerState, { event, directory }: EngineFrame, now: number): void {
  handlers[event.type]?.(draft, event, directory ?? '', now)
}

/**
 * Applies one frame to the state of its server, in place (a plain object in tests, Solid's `produce` draft in the app).
 * `live` has this frame's event already. `now`: Unix milliseconds. Events of sessions that are not open touch the roster alone.
 */
export function reduce(draft: ServerState, frame: EngineFrame, live: LiveParts, now: number): void {
  reduceRoster(draft, frame, now)
  const sessionId = frame.event.properties['sessionID']
  if (typeof sessionId !== 'string') return
  const transcript = draft.transcripts[sessionId]
  if (frame.event.type === 'session.deleted') delete draft.transcripts[sessionId]
  else if (transcript) reduceTranscript(transcript, frame.event, live)
}
