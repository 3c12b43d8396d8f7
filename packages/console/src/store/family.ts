import type { ServerState } from './types.ts'

/** Whether a session is `ancestorId` or one of its subagents, however deep. */
export function isWithin(sessions: ServerState['sessions'], sessionId: string, ancestorId: string): boolean {
  const seen = new Set<string>()
  let id: string | undefined = sessionId
  while (id !== undefined && !seen.has(id)) {
    if (id === ancestorId) return true
    seen.add(id)
    id = sessions[id]?.parentID
  }
  return false
}
