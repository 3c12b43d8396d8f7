import type { Problem } from '../../shared/api.ts'
import { sessionOf, type ConsoleState, type SessionRef } from '../store/types.ts'

/** Why there is no session to show. */
export type AbsenceReason =
  | { kind: 'server-unknown' }
  /** Deleted, or never there. */
  | { kind: 'not-found' }
  | { kind: 'failed'; problem: Problem }

/** Pure. Null while there is something to show, or still a hope for it. */
export function absenceOf(
  { link, order, servers }: Pick<ConsoleState, 'link' | 'order' | 'servers'>,
  { serverId, sessionId }: SessionRef,
): AbsenceReason | null {
  const server = servers[serverId]
  if (!server) return link === 'connected' && order.length > 0 ? { kind: 'server-unknown' } : null
  const transcript = server.transcripts[sessionId]
  // The store drops the transcript of a session that is deleted while it is open.
  if (!transcript)
    return server.load.status === 'ready' && !sessionOf(server, sessionId) ? { kind: 'not-found' } : null
  if (transcript.load.status !== 'failed' || transcript.messages.length > 0) return null
  const { problem } = transcript.load
  return problem.code === 'session-not-found' ? { kind: 'not-found' } : { kind: 'failed', problem }
}
