/** One key for a session, or a terminal, of any server: `<serverId>/<id>`. No server's id has a slash. Pure. */
import type { SessionRef } from './types.ts'

export const keyOf = ({ serverId, sessionId }: SessionRef): string => `${serverId}/${sessionId}`

/** Of a session with what is known of it. */
export const keyOfEntry = ({ serverId, session }: { serverId: string; session: { id: string } }): string =>
  keyOf({ serverId, sessionId: session.id })

export function refOfKey(key: string): SessionRef {
  const slash = key.indexOf('/')
  return { serverId: key.slice(0, slash), sessionId: key.slice(slash + 1) }
}
