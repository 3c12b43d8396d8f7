import { pageLimits } from '@kilo-console/engine/edge/limits'
import type { ServerSnapshot } from '../../shared/snapshot.ts'
import type { ServerState } from './types.ts'

function keyed<T extends { id: string }>(list: readonly T[]): Record<string, T> {
  return Object.fromEntries(list.map((entry) => [entry.id, entry]))
}

/**
 * Replaces all that the roster shows of a server by a snapshot, in place. Transcripts stay: they have loads of their own. What a view shows
 * and the snapshot does not hold (an old session, an archived one) is still known.
 */
export function applySnapshot(draft: ServerState, snapshot: ServerSnapshot, now: number): void {
  const sessions = keyed(snapshot.sessions)
  const known = { ...draft.others, ...draft.sessions }
  const shown = Object.keys(draft.transcripts).flatMap((id) => known[id] ?? [])
  draft.others = keyed(shown.filter(({ id }) => !(id in sessions)))
  draft.sessions = sessions
  draft.more = snapshot.more
  draft.activity = snapshot.activity
  draft.busySince = Object.fromEntries(
    Object.keys(snapshot.activity).map((id) => [id, snapshot.busySince[id] ?? draft.busySince[id] ?? now]),
  )
  draft.failed = snapshot.failed
  draft.interrupted = Object.fromEntries(snapshot.interrupted.map((id) => [id, true as const]))
  draft.permissions = keyed(snapshot.permissions)
  draft.questions = keyed(snapshot.questions)
  // The engine lists running terminals alone; one that ended stays in view until it is closed, unless its engine is another one.
  const ended = Object.values(draft.terminals)
    .filter((terminal) => terminal.status === 'exited')
    .slice(-pageLimits.remembered)
  draft.terminals = keyed([...ended, ...snapshot.terminals])
  draft.failed = Object.fromEntries(Object.entries(draft.failed).slice(-pageLimits.remembered))
  draft.skipped = snapshot.skipped
  draft.load = { status: 'ready' }
}
