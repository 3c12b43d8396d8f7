import type { ServerState } from '../../store/types.ts'

/** The session at the top of a subagent's line of parents, as far as they are known. Pure. */
export function rootIdOf(sessions: ServerState['sessions'], sessionId: string): string {
  const seen = new Set<string>()
  let id = sessionId
  for (;;) {
    seen.add(id)
    const parent = sessions[id]?.parentID
    if (parent === undefined || seen.has(parent)) return id
    id = parent
  }
}
