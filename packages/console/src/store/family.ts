import type { Session } from '@kilocode/sdk/v2/client'
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

/** The session itself, or the one at the top of its line of parents, as far as they are known. */
export function rootOf(sessions: ServerState['sessions'], session: Session): Session {
  const seen = new Set<string>()
  let root = session
  while (root.parentID && !seen.has(root.id)) {
    seen.add(root.id)
    const parent = sessions[root.parentID]
    if (!parent) break
    root = parent
  }
  return root
}

/** A subagent's, whose parent was archived: of no use alone, but what it asks must be seen. */
export const isOrphan = (sessions: ServerState['sessions'], { parentID }: Session): boolean =>
  parentID !== undefined && sessions[parentID] === undefined
