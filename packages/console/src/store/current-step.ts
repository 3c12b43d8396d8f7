import type { Session } from '@kilocode/sdk/v2/client'
import type { Running, Step } from '../../shared/roster/steps.ts'
import type { SessionEntry } from './roster.ts'
import { sessionOf, type ServerState } from './types.ts'

export interface CurrentStep {
  /** Undefined: it waits for the model. */
  running: Running | undefined
  /** The subagent that does it. */
  by: Session | undefined
}

type Known = Pick<ServerState, 'steps' | 'sessions' | 'others'>

/**
 * What a session or one of its subagents does now; undefined where nothing was heard of that. A subagent goes before who waits for it. Reads of
 * the store only what tells of this family.
 */
export function currentStepOf(
  server: Known,
  { session, busy }: Pick<SessionEntry, 'session' | 'busy'>,
): CurrentStep | undefined {
  const known = busy.filter((id) => server.steps[id])
  const child = known.findLast((id) => id !== session.id)
  const id = child ?? known.at(-1)
  if (id === undefined) return undefined
  return {
    running: newestOf(server.steps[id] ?? {}),
    by: child === undefined ? undefined : sessionOf(server, child),
  }
}

/** A call goes before the words around it; of several the one that began last. */
function newestOf(step: Step): Running | undefined {
  const ids = Object.keys(step).toSorted()
  const call = ids.findLast((id) => step[id]?.kind === 'tool')
  return step[call ?? ids.at(-1) ?? '']
}
