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
import type { ConsoleState, ServerState, SessionRef } from './types.ts'

type Known = Pick<ConsoleState, 'info' | 'servers' | 'order'>

/** Of a session with its subagents, or of the one that it is a subagent of. Undefined without a budget. */
export function sessionStanding(
  { info, servers }: Pick<ConsoleState, 'info' | 'servers'>,
  { serverId, sessionId }: SessionRef,
): Standing | undefined {
  const limit = info?.budget?.session
  if (limit === undefined) return undefined
  const server = servers[serverId]
  return server ? spendingOf(server).of(sessionId, limit).standing : standingOf(0, limit)
}

export interface Spending {
  /** How far a session with its subagents is, by whichever of them; `root` is the one at the top. */
  of(sessionId: string, limit: number | undefined): { root: string; standing: Standing | undefined }
}

/** What a server's sessions have cost, reckoned once for all of them. */
export function spendingOf({
  sessions,
  others,
  gone,
}: Pick<ServerState, 'sessions' | 'others' | 'gone'>): Spending {
  const known = { ...costedOf({ sessions: others, gone }), ...sessions }
  const costs = costsOf(known)
  return {
    of(sessionId, limit) {
      const root = rootOf(known, sessionId)
      return { root, standing: standingOf(costs.get(root) ?? 0, limit) }
    },
  }
}

/** Of today. `now`: Unix milliseconds. */
export function dayStanding({ info, servers, order }: Known, now: number): Standing | undefined {
  const limit = info?.budget?.day
  if (limit === undefined) return undefined
  const rosters = order.flatMap((id) => servers[id] ?? []).map(costedOf)
  return standingOf(costSince(rosters, midnightBefore(now)), limit)
}
