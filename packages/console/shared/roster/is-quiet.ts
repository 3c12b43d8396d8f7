import type { Roster } from './roster.ts'

type Known = Pick<Roster, 'load' | 'activity' | 'failed' | 'interrupted'>

/** Pure. Whether the roster is known and has nothing to say of how a session's turn goes or went: it can be shown without, and nothing of it changes. */
export function isQuiet({ load, activity, failed, interrupted }: Known, sessionId: string): boolean {
  return load.status === 'ready' && ![activity, failed, interrupted].some((those) => sessionId in those)
}
