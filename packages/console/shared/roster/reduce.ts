import type { EngineEvent, EventProperties, EventType } from '@kilo-console/engine/edge/event'
import { rosterLimits } from '@kilo-console/engine/edge/limits'
import { noteTurnError } from '../turn-error.ts'
import { forgetOldest } from './forget-oldest.ts'
import { noteGone } from './gone.ts'
import { keptSession } from './kept-session.ts'
import { isOptional, type Roster } from './roster.ts'
import { notePart, type Step } from './steps.ts'
import { asQuestion } from './suggestion.ts'

/** An event of a server with what the roster needs besides. */
export interface RosterEvent {
  event: EngineEvent
  /** The instance's directory, absent for global events. */
  directory?: string
  /** When the host heard it, Unix milliseconds: there where it matters (`isTimed`). */
  at?: number
}

type Handler<T extends EventType> = (draft: Roster, properties: EventProperties[T], from: RosterEvent) => void

/** One handler an event type; types that are not here change nothing in the roster. */
const handlers: { [T in EventType]?: Handler<T> } = {
  'session.created': putSession,
  'session.updated': putSession,
  'session.deleted': dropSession,
  'session.status': (draft, { sessionID, status }, from) => {
    setActivity(draft, sessionID, status, from.at ?? 0)
    if (sessionID in draft.activity) stepOf(draft, sessionID)
    noteTurn(draft, from)
  },
  'session.idle': (draft, { sessionID }) => setActivity(draft, sessionID, { type: 'idle' }, 0),
  'session.error': (draft, _, from) => noteTurn(draft, from),
  'message.part.updated': (draft, { sessionID, part }, { directory = '', at = 0 }) => {
    if (sessionID in draft.activity) notePart(stepOf(draft, sessionID), part, { directory, at })
  },
  'todo.updated': putTodos,
  'permission.asked': (draft, request, from) => {
    draft.permissions[request.id] = { ...request, directory: placeOf(draft, request, from) }
  },
  'permission.replied': (draft, { requestID }) => void delete draft.permissions[requestID],
  'question.asked': (draft, request, from) => {
    draft.questions[request.id] = { ...request, directory: placeOf(draft, request, from) }
  },
  'question.replied': (draft, { requestID }) => void delete draft.questions[requestID],
  'question.rejected': (draft, { requestID }) => void delete draft.questions[requestID],
  'suggestion.shown': (draft, request, from) => {
    draft.questions[request.id] = { ...asQuestion(request), directory: placeOf(draft, request, from) }
  },
  'suggestion.accepted': (draft, { requestID }) => void delete draft.questions[requestID],
  'suggestion.dismissed': (draft, { requestID }) => void delete draft.questions[requestID],
  'pty.created': putTerminal,
  'pty.updated': putTerminal,
  'pty.exited': (draft, { id, exitCode }) => {
    const terminal = draft.terminals[id]
    if (terminal) Object.assign(terminal, { status: 'exited', exitCode })
  },
  'pty.deleted': (draft, { id }) => void delete draft.terminals[id],
}

/**
 * Where an answer has to go. What the engine asks of itself, whether to carry out a plan or to go without snapshots, comes without a directory
 * (7.7.7), and is answered in its session's all the same.
 */
const placeOf = ({ sessions }: Roster, { sessionID }: { sessionID: string }, { directory }: RosterEvent) =>
  directory ?? sessions[sessionID]?.directory ?? ''

/** Whether the roster has a use for events of this type. */
export function isOfRoster(type: EventType): boolean {
  return type in handlers
}

/** Whether it matters when an event of this type was heard. */
export function isTimed(type: EventType): boolean {
  return type === 'session.status' || type === 'message.part.updated'
}

/** Whether no read tells of it: then none can be older than it, and it need not be applied again on top of one. */
export function isNeverRead(type: EventType): boolean {
  return type === 'message.part.updated' || type === 'todo.updated'
}

/** Applies one event to the roster of its server, in place: a plain object, or a draft of the app's store. */
export function reduceRoster(draft: Roster, from: RosterEvent): void {
  handle(draft, from.event, from)
}

/** How the turn that ran last ended, of which a new one that begins says nothing yet. */
function noteTurn({ failed }: Roster, { event }: RosterEvent): void {
  noteTurnError(failed, event)
  forgetOldest(failed, rosterLimits.remembered)
}

function handle<T extends EventType>(draft: Roster, event: EngineEvent<T>, from: RosterEvent): void {
  const handler: Handler<T> | undefined = handlers[event.type]
  handler?.(draft, event.properties, from)
}

export function setActivity(
  draft: Roster,
  sessionId: string,
  status: Roster['activity'][string],
  at: number,
): void {
  if (status.type === 'idle') {
    delete draft.activity[sessionId]
    delete draft.busySince[sessionId]
    delete draft.steps[sessionId]
    dropRequests(draft, sessionId, (request) => !isOptional(request))
    return
  }
  draft.activity[sessionId] = status
  delete draft.interrupted[sessionId]
  draft.busySince[sessionId] ??= at
}

/** From then on what happens in it is heard; before, nobody knows. */
function stepOf(draft: Roster, sessionId: string): Step {
  const known = draft.steps[sessionId]
  if (known) return known
  draft.steps[sessionId] = {}
  forgetOldest(draft.steps, rosterLimits.remembered)
  return draft.steps[sessionId] ?? {}
}

type Asked = Roster['permissions'][string] | Roster['questions'][string]

/** A session that is idle or gone waits for nobody, whether or not the engine said so of each request. */
function dropRequests(draft: Roster, sessionId: string, matches: (request: Asked) => boolean): void {
  for (const requests of [draft.permissions, draft.questions]) {
    for (const request of Object.values(requests)) {
      if (request.sessionID === sessionId && matches(request)) delete requests[request.id]
    }
  }
}

function putSession(draft: Roster, { info }: EventProperties['session.updated']): void {
  if (info.time.archived) {
    delete draft.sessions[info.id]
    return noteGone(draft, info)
  }
  draft.sessions[info.id] = keptSession(info)
  delete draft.gone[info.id]
}

function dropSession(draft: Roster, { sessionID }: EventProperties['session.deleted']): void {
  noteGone(draft, draft.sessions[sessionID])
  for (const kept of [
    draft.sessions,
    draft.activity,
    draft.busySince,
    draft.steps,
    draft.todos,
    draft.interrupted,
    draft.pinned,
    draft.failed,
  ])
    delete kept[sessionID]
  dropRequests(draft, sessionID, () => true)
}

function putTodos(draft: Roster, { sessionID, todos }: EventProperties['todo.updated']): void {
  if (!(sessionID in draft.sessions)) return
  const wanted = todos.filter(({ status }) => status !== 'cancelled')
  const done = wanted.filter(({ status }) => status === 'completed').length
  const before = draft.todos[sessionID]
  if (before?.done === done && before.total === wanted.length) return
  // Anew, so that it is the last to be forgotten.
  delete draft.todos[sessionID]
  if (wanted.length === 0) return
  draft.todos[sessionID] = { done, total: wanted.length }
  forgetOldest(draft.todos, rosterLimits.remembered)
}

function putTerminal(
  draft: Roster,
  { info }: EventProperties['pty.updated'],
  { directory = '' }: RosterEvent,
): void {
  draft.terminals[info.id] = { ...info, directory }
}
