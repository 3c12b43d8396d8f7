/**
 * What somebody wants to spend at most, and how far that is used up. Pure; host and page reckon the same from their rosters: a session counts with its
 * subagents, a day is that of the beginning, as on the usage page.
 */
import type { Session } from '@kilocode/sdk/v2/client'

/** US dollars each; absent: as much as it takes. */
export interface Budget {
  session?: number
  day?: number
  /** When one is used up, what runs is stopped, and the page asks before it sends. */
  stops?: true
}

/** What of it is to be another: null takes a limit away. */
export interface BudgetPatch {
  session?: number | null
  day?: number | null
  stops?: boolean
}

export function patchBudget(before: Budget, { session, day, stops }: BudgetPatch): Budget {
  const kept = <T>(to: T | null | undefined, was: T | undefined) =>
    to === undefined ? was : (to ?? undefined)
  const limits = { session: kept(session, before.session), day: kept(day, before.day) }
  return {
    ...(limits.session !== undefined && { session: limits.session }),
    ...(limits.day !== undefined && { day: limits.day }),
    ...((stops ?? before.stops) && { stops: true as const }),
  }
}

export const MOST_DOLLARS = 1_000_000

/** `near`: from four fifths on. `over`: used up. */
export type Level = 'ok' | 'near' | 'over'

export interface Standing {
  spent: number
  limit: number
  level: Level
}

export type CostedSession = Pick<Session, 'id' | 'parentID' | 'cost' | 'time'>

export type CostedSessions = Readonly<Record<string, CostedSession>>

/** What a server's sessions have cost, those that are not listed any more among them. */
export const costedOf = ({
  sessions,
  gone,
}: {
  sessions: CostedSessions
  gone: CostedSessions
}): CostedSessions => ({
  ...gone,
  ...sessions,
})

/** Undefined without a limit. */
export function standingOf(spent: number, limit: number | undefined): Standing | undefined {
  if (limit === undefined) return undefined
  return { spent, limit, level: spent >= limit ? 'over' : spent >= limit * 0.8 ? 'near' : 'ok' }
}

/** The session at the top of a subagent's line of parents, as far as they are known. */
export function rootOf(sessions: CostedSessions, id: string): string {
  const seen = new Set<string>()
  for (let at = id; ;) {
    seen.add(at)
    const parent = sessions[at]?.parentID
    if (parent === undefined || seen.has(parent)) return at
    at = parent
  }
}

/** What each session has cost with its subagents, by the id at the top. */
export function costsOf(sessions: CostedSessions): Map<string, number> {
  const costs = new Map<string, number>()
  for (const { id, cost = 0 } of Object.values(sessions)) {
    const root = rootOf(sessions, id)
    costs.set(root, (costs.get(root) ?? 0) + cost)
  }
  return costs
}

/** What the sessions that began since then have cost. Servers of one home know the same sessions: each counts once. `since`: Unix milliseconds. */
export function costSince(servers: readonly CostedSessions[], since: number): number {
  const known = new Map<string, number>()
  for (const sessions of servers)
    for (const { id, cost = 0, time } of Object.values(sessions))
      if (time.created >= since) known.set(id, cost)
  return [...known.values()].reduce((sum, cost) => sum + cost, 0)
}

/** Midnight before `now`, by the clock of whoever asks. Unix milliseconds. */
export const midnightBefore = (now: number): number => new Date(now).setHours(0, 0, 0, 0)
