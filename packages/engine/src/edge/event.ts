/** One schema an event type that anything of ours reads. Other types are the engine's own business: they are neither kept nor passed on. */
import type {
  IndexingStatus,
  Message,
  Part,
  PermissionRequest,
  Pty,
  QuestionRequest,
  Session,
  SessionNetworkWait,
  SessionStatus,
  SnapshotFileDiff,
  SuggestionRequest,
  Todo,
} from '@kilocode/sdk/v2/client'
import * as v from 'valibot'
import {
  among,
  flag,
  handle,
  id,
  list,
  may,
  message as said,
  name,
  number,
  object,
  path,
  text,
  time,
  type Schema,
} from './bounds.ts'
import { fileDiff, todo } from './changes.ts'
import { engineError, type EngineError } from './engine-error.ts'
import { message } from './message.ts'
import { part } from './part.ts'
import { permission, question, suggestion } from './requests.ts'
import { session, status } from './session.ts'
import { terminal } from './terminal.ts'
import { indexing } from './upkeep.ts'

type OfSession<T = object> = T & { sessionID: string }
type OfMessage<T = object> = OfSession<T & { messageID: string }>
type OfRequest<T = object> = OfSession<T & { requestID: string }>
type TurnEnd = 'completed' | 'error' | 'interrupted' | 'superseded'
type Reply = 'once' | 'always' | 'reject'

/** The properties of each. */
export interface EventProperties {
  'session.created': OfSession<{ info: Session }>
  'session.updated': OfSession<{ info: Session }>
  'session.deleted': OfSession
  'session.status': OfSession<{ status: SessionStatus }>
  'session.idle': OfSession
  'session.queue.changed': OfSession<{ queued: string[] }>
  'session.error': { sessionID?: string; error?: EngineError }
  'session.diff': OfSession<{ diff: SnapshotFileDiff[] }>
  'session.turn.close': OfSession<{ parentID?: string; reason: TurnEnd }>
  'session.network.asked': SessionNetworkWait
  'session.network.replied': OfRequest
  'session.network.rejected': OfRequest
  'message.updated': OfSession<{ info: Message }>
  'message.removed': OfMessage
  'message.part.updated': OfSession<{ part: Part }>
  'message.part.removed': OfMessage<{ partID: string }>
  'message.part.delta': OfMessage<{ partID: string; field: string; delta: string }>
  'todo.updated': OfSession<{ todos: Todo[] }>
  'permission.asked': PermissionRequest
  'permission.replied': OfRequest<{ reply?: Reply }>
  'question.asked': QuestionRequest
  'question.replied': OfRequest<{ answers?: string[][] }>
  'question.rejected': OfRequest
  'suggestion.shown': SuggestionRequest
  'suggestion.accepted': OfRequest
  'suggestion.dismissed': OfRequest
  'tui.session.select': OfSession
  'pty.created': { info: Pty }
  'pty.updated': { info: Pty }
  'pty.exited': { id: string; exitCode: number }
  'pty.deleted': { id: string }
  'server.instance.disposed': { directory: string }
  'project.updated': { id: string }
  'mcp.browser.open.failed': { mcpName: string; url: string }
  'indexing.status': { status: IndexingStatus }
}

export type EventType = keyof EventProperties

/** An event of these types that was checked: what is in it is what its type says. */
export type EngineEvent<T extends EventType = EventType> = {
  [K in T]: { type: K; properties: EventProperties[K] }
}[T]

const sessionID = id
const ofSession = object<OfSession>({ sessionID })
const ofMessage = { sessionID, messageID: id }
const ofRequest = object<OfRequest>({ sessionID, requestID: id })
const ofSessionInfo = object<EventProperties['session.updated']>({ sessionID, info: session })
const ofTerminal = object<EventProperties['pty.updated']>({ info: terminal })

type Wait = SessionNetworkWait['time']

const schemas: { [T in EventType]: Schema<EventProperties[T]> } = {
  'session.created': ofSessionInfo,
  'session.updated': ofSessionInfo,
  'session.deleted': ofSession,
  'session.status': object<EventProperties['session.status']>({ sessionID, status }),
  'session.idle': ofSession,
  'session.queue.changed': object<EventProperties['session.queue.changed']>({ sessionID, queued: list(id) }),
  'session.error': object<EventProperties['session.error']>({
    sessionID: may(sessionID),
    error: may(engineError),
  }),
  'session.diff': object<EventProperties['session.diff']>({ sessionID, diff: list(fileDiff) }),
  'session.turn.close': object<EventProperties['session.turn.close']>({
    sessionID,
    parentID: may(id),
    reason: among<TurnEnd>('completed', 'error', 'interrupted', 'superseded'),
  }),
  'session.network.asked': object<SessionNetworkWait>({
    id,
    sessionID,
    message: said,
    restored: flag,
    time: object<Wait>({ created: time, restored: may(time) }),
  }),
  'session.network.replied': ofRequest,
  'session.network.rejected': ofRequest,
  'message.updated': object<EventProperties['message.updated']>({ sessionID, info: message }),
  'message.removed': object<OfMessage>(ofMessage),
  'message.part.updated': object<EventProperties['message.part.updated']>({ sessionID, part }),
  'message.part.removed': object<EventProperties['message.part.removed']>({ ...ofMessage, partID: id }),
  'message.part.delta': object<EventProperties['message.part.delta']>({
    ...ofMessage,
    partID: id,
    field: name,
    delta: text,
  }),
  'todo.updated': object<EventProperties['todo.updated']>({ sessionID, todos: list(todo) }),
  'permission.asked': permission,
  'permission.replied': object<EventProperties['permission.replied']>({
    sessionID,
    requestID: id,
    reply: may(among<Reply>('once', 'always', 'reject')),
  }),
  'question.asked': question,
  'question.replied': object<EventProperties['question.replied']>({
    sessionID,
    requestID: id,
    answers: may(list(list(text))),
  }),
  'question.rejected': ofRequest,
  'suggestion.shown': suggestion,
  'suggestion.accepted': ofRequest,
  'suggestion.dismissed': ofRequest,
  'tui.session.select': ofSession,
  'pty.created': ofTerminal,
  'pty.updated': ofTerminal,
  'pty.exited': object<EventProperties['pty.exited']>({ id, exitCode: number }),
  'pty.deleted': object<EventProperties['pty.deleted']>({ id }),
  'server.instance.disposed': object<EventProperties['server.instance.disposed']>({ directory: path }),
  'project.updated': object<EventProperties['project.updated']>({ id }),
  'mcp.browser.open.failed': object<EventProperties['mcp.browser.open.failed']>({
    mcpName: handle,
    url: path,
  }),
  'indexing.status': object<EventProperties['indexing.status']>({ status: indexing }),
}

const known = new Map<string, Schema<unknown>>(Object.entries(schemas))

/** `unknown`: nothing of ours reads this type. `strange`: its type is known and it is something else. Never throws. */
export function checkEvent(type: string, properties: unknown): EngineEvent | 'unknown' | 'strange' {
  const schema = known.get(type)
  if (!schema) return 'unknown'
  const checked = v.safeParse(schema, properties, { abortEarly: true })
  // The schema of this type says what these properties are.
  return checked.success ? ({ type, properties: checked.output } as EngineEvent) : 'strange'
}
