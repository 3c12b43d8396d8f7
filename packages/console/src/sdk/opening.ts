import { inNewTask } from './in-new-task.ts'
import { OPENING_MESSAGES, type MessagePage, type SessionOpening } from '../../shared/opening.ts'
import type { ServerInfo } from '../../shared/api.ts'
import { placeOf, type Position } from '../../shared/events.ts'
import { readAnswer } from './answer.ts'
import { engine } from './engine.ts'
import { host } from './host.ts'
import { messagePage } from './message-page.ts'

/** A session with all that its view begins with. */
export type OpenedSession = MessagePage &
  Pick<SessionOpening, 'epoch' | 'seq' | 'session' | 'folder' | 'unsent'> & {
    [Key in 'todos' | 'diffs']: NonNullable<SessionOpening[Key]>
  }

interface SessionRef {
  serverId: string
  sessionId: string
}

/** What was asked for before anybody wanted it, once. */
let early: { ref: SessionRef; answer: Promise<SessionOpening | undefined> } | undefined

/** The session that an address shows (store/links.ts), below the router's base. */
export function sessionAt(path: string): SessionRef | undefined {
  const [, serverId, sessionId] = /^\/servers\/([\w-]+)\/sessions\/([\w-]+)\/?$/.exec(path) ?? []
  return serverId && sessionId ? { serverId, sessionId } : undefined
}

/** Asks for the session that the page is about to show: what it needs is known from its address, long before its code is there. */
export function openEarly(path: string): void {
  const ref = sessionAt(path)
  if (!ref) return
  const answer = host.opening(ref.serverId, ref.sessionId, OPENING_MESSAGES)
  // Whoever takes it hears of a failure; nobody may.
  answer.catch(() => undefined)
  early = { ref, answer }
}

/** The server of what was asked for early, if that can be shown before events come. */
export async function earlyServer(): Promise<ServerInfo | undefined> {
  try {
    return (await early?.answer)?.server
  } catch {
    // Whoever takes the answer hears of it.
    return undefined
  }
}

/** The session with its newest messages; undefined: nothing has happened to it `since` that place. Throws as all of `host`. What was asked for early is taken by the first that wants it, and is new to nobody else. */
export async function readOpening(
  ref: SessionRef,
  limit: number,
  since?: Position,
): Promise<OpenedSession | undefined> {
  const taken = early
  early = undefined
  const isSame = taken?.ref.serverId === ref.serverId && taken.ref.sessionId === ref.sessionId
  const place = since && placeOf(since)
  const opening = await (isSame
    ? // In the task that builds the view it would be laid by it, too.
      taken.answer.then(inNewTask)
    : host.opening(ref.serverId, ref.sessionId, limit, place))
  return opening && completed(ref, limit, opening)
}

/** What the host left out is asked of the engine, whose answers may be larger. Later than the rest: events since then are laid on top of all. */
async function completed(ref: SessionRef, limit: number, opening: SessionOpening): Promise<OpenedSession> {
  const { page, todos, diffs, session, server: _told, ...position } = opening
  if (page && todos && diffs) return { ...position, session, ...page, todos, diffs }
  const { serverId } = ref
  const { directory } = session
  const place = { sessionID: ref.sessionId, directory }
  const client = engine(serverId).session
  const [whole, allTodos, allDiffs] = await Promise.all([
    page ?? messagePage(ref, limit),
    todos ?? readAnswer(serverId, 'todos', client.todo(place)),
    diffs ?? readAnswer(serverId, 'diffs', client.diff(place)),
  ])
  return { ...position, session, ...whole, todos: allTodos, diffs: allDiffs }
}
