import type { Model } from '../model.ts'
import { sessionOf, type SessionRef } from '../types.ts'

/** A session, and where it is: to be named where the roster does not hold it. */
export type PlacedRef = SessionRef & { directory?: string }

/** The engine looks a session up in the instance of its directory; one that nobody knows goes without. */
export function placeOf(
  model: Model,
  { serverId, sessionId, ...named }: PlacedRef,
): { sessionID: string; directory?: string } {
  const directory = named.directory ?? sessionOf(model.state.servers[serverId], sessionId)?.directory
  return { sessionID: sessionId, ...(directory ? { directory } : {}) }
}
