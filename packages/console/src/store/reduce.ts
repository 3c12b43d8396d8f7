import type {
  EventPermissionAsked,
  EventPermissionReplied,
  EventPtyCreated,
  EventPtyExited,
  EventQuestionAsked,
  EventSessionStatus,
  EventSessionUpdated,
} from '@kilocode/sdk/v2/client'
import type { EngineEvent, EngineFrame } from '../../shared/events.ts'
import type { LiveParts } from '../../shared/live-parts.ts'
import { isOptional } from '../../shared/snapshot.ts'
import { noteTurnError } from '../../shared/turn-error.ts'
import { reduceTranscript } from './reduce-transcript.ts'
import type { ServerState, Transcript } from './types.ts'

type Handler = (draft: ServerState, event: EngineEvent, directory: string, now: number) => void

type Asked = ServerState['permissions'][string] | ServerState['questions'][string]

/** A session that is idle or gone waits for nobody, whether or not the engine said so of each request. */
function dropRequests(
  draft: ServerState,
  sessionId: string,
  matches: (request: Asked) => boolean = () => true,
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
  delete draft.interrupted[sessionId]
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
  for (const kept of [draft.sessions, draft.others, draft.activity, draft.busySince, draft.interrupted])
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
    setActivity(draft, sessionID, status, now)
  },
  'session.idle': (draft, event, _directory, now) => {
    setActivity(draft, String(event.properties['sessionID']), { type: 'idle' }, now)
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
  noteTurnError(draft.failed, event)
}

/** Its server has ended, in place: nothing that it did goes on, and nobody waits for an answer. */
export function cutOff(draft: ServerState): void {
  for (const id of Object.keys(draft.activity)) draft.interrupted[id] = true
  for (const kept of [draft.activity, draft.busySince, draft.permissions, draft.questions])
    for (const id of Object.keys(kept)) delete kept[id]
}

/**
 * Applies one frame to the state of its server, in place (a plain object in tests, Solid's `produce` draft in the app).
 * `live` has this frame's event already. `now`: Unix milliseconds. Events of sessions that are not open touch the roster alone.
 */
export function reduce(draft: ServerState, frame: EngineFrame, live: LiveParts, now: number): void {
  const { event } = frame
  const sessionId = event.properties['sessionID']
  const failed = typeof sessionId === 'string' ? draft.failed[sessionId] : undefined
  reduceRoster(draft, frame, now)
  if (typeof sessionId !== 'string') return
  const transcript = draft.transcripts[sessionId]
  if (!transcript) return
  if (event.type === 'session.deleted') delete draft.transcripts[sessionId]
  else reduceTranscript(transcript, event, live)
  if (draft.failed[sessionId] !== failed) refusePending(draft, sessionId, transcript)
}

/** An error while nobody works is about the prompt that was sent last and never became a message (an agent or an image that there is not). */
function refusePending(draft: ServerState, sessionId: string, { pending }: Transcript): void {
  const problem = draft.failed[sessionId]
  const refused = pending.find((prompt) => !prompt.problem)
  if (problem && refused && !draft.activity[sessionId]) refused.problem = problem
}
