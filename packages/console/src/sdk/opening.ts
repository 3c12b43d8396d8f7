import { OPENING_MESSAGES, type SessionOpening } from '../../shared/opening.ts'
import { host } from './host.ts'

interface SessionRef {
  serverId: string
  sessionId: string
}

/** What was asked for before anybody wanted it, once. */
let early: { ref: SessionRef; answer: Promise<SessionOpening> } | undefined

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

/** The session with its newest messages. Throws as all of `host`. What was asked for early is taken by the first that wants it, and is new to nobody else. */
export function readOpening(ref: SessionRef, limit: number): Promise<SessionOpening> {
  const taken = early
  early = undefined
  const isSame = taken?.ref.serverId === ref.serverId && taken.ref.sessionId === ref.sessionId
  return isSame ? taken.answer : host.opening(ref.serverId, ref.sessionId, limit)
}
