/** How far budgets are used up, from what the page knows. Pure. */
import {
  costedOf,
  costsOf,
  costSince,
  midnightBefore,
  rootOf,
  standingOf,
  type Standing,
} from '../../shared/budget.ts'
import type { ConsoleState, SessionRef } from './types.ts'

type Known = Pick<ConsoleState, 'info' | 'servers' | 'order'>

/** Of a session with its subagents, or of the one that it is a subagent of. Undefined without a budget. */
export function sessionStanding(
  { info, servers }: Pick<ConsoleState, 'info' | 'servers'>,
  { serverId, sessionId }: SessionRef,
): Standing | undefined {
  const limit = info?.budget?.session
  if (limit === undefined) return undefined
  const { sessions = {}, others = {}, gone = {} } = servers[serverId] ?? {}
  const known = { ...costedOf({ sessions: others, gone }), ...sessions }
  return standingOf(costsOf(known).get(rootOf(known, sessionId)) ?? 0, limit)
}

/** Of today. `now`: Unix milliseconds. */
export function dayStanding({ info, servers, order }: Known, now: number): Standing | undefined {
  const limit = info?.budget?.day
  if (limit === undefined) return undefined
  const rosters = order.flatMap((id) => servers[id] ?? []).map(costedOf)
  return standingOf(costSince(rosters, midnightBefore(now)), limit)
}
