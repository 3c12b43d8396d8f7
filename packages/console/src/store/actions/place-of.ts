import type { Model } from '../model.ts'
import { sessionOf, type SessionRef } from '../types.ts'

/** The engine looks a session up in the instance of its directory; one that the roster does not hold goes without. */
export function placeOf(
  model: Model,
  { serverId, sessionId }: SessionRef,
): { sessionID: string; directory?: string } {
  const directory = sessionOf(model.state.servers[serverId], sessionId)?.directory
  return { sessionID: sessionId, ...(directory ? { directory } : {}) }
}
