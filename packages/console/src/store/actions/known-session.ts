import type { Session } from '@kilocode/sdk/v2/client'
import type { Model } from '../model.ts'
import { sessionOf, type SessionRef } from '../types.ts'

/** Keeps what an answer says of a session, unless an event has told of a later change meanwhile. */
export function putSession(model: Model, serverId: string, session: Session): void {
  model.change(serverId, (draft) => {
    const known = sessionOf(draft, session.id)
    if (known && known.time.updated > session.time.updated) return
    if (session.id in draft.others) draft.others[session.id] = session
    else draft.sessions[session.id] = session
  })
}

/** Takes a session out of the roster. */
export function dropSession(model: Model, { serverId, sessionId }: SessionRef): void {
  model.change(serverId, (draft) => delete draft.sessions[sessionId])
}
