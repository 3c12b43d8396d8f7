/** PURE: whose turns end because a budget is used up. */
import { costsOf, costSince, midnightBefore, rootOf, type Budget } from '../../shared/budget.ts'
import type { Roster } from '../../shared/roster/roster.ts'

export type Spending = Pick<Roster, 'sessions' | 'activity' | 'busySince'>

export interface Stop {
  server: string
  sessionId: string
  directory: string
}

/** What was found used up, by its name: when that was, Unix milliseconds. */
export type UsedUp = ReadonlyMap<string, number>

/** What is used up now: a day by its midnight, sessions by server and id. */
function namesOf(budget: Budget, rosters: readonly (readonly [string, Spending])[], now: number): string[] {
  const { day, session } = budget
  const midnight = midnightBefore(now)
  const spent =
    day === undefined
      ? 0
      : costSince(
          rosters.map(([, { sessions }]) => sessions),
          midnight,
        )
  const families = rosters.flatMap(([server, { sessions }]) =>
    [...costsOf(sessions)]
      .filter(([, cost]) => session !== undefined && cost >= session)
      .map(([id]) => `${server}/${id}`),
  )
  return [...(day !== undefined && spent >= day ? [`day ${midnight}`] : []), ...families]
}

/**
 * A turn that began before its budget was used up is to be stopped. One that began later, somebody wanted though the page has asked: it goes on. `before`: as
 * it was found last; undefined: nobody has looked yet, and of what is used up then nobody knows since when.
 */
export function exhausted(
  budget: Budget,
  rosters: readonly (readonly [server: string, roster: Spending])[],
  before: UsedUp | undefined,
  now: number,
): { usedUp: UsedUp; stops: Stop[] } {
  const names = namesOf(budget, rosters, now)
  const usedUp = new Map(names.map((name) => [name, before ? (before.get(name) ?? now) : 0] as const))
  const ofDay = usedUp.get(`day ${midnightBefore(now)}`) ?? -1
  const stops = rosters.flatMap(([server, { sessions, activity, busySince }]) =>
    Object.keys(activity).flatMap((id) => {
      const root = rootOf(sessions, id)
      const since = Math.max(ofDay, usedUp.get(`${server}/${root}`) ?? -1)
      const directory = sessions[root]?.directory
      // A subagent is stopped with the session that asked it.
      if (id !== root || directory === undefined || (busySince[id] ?? now) > since) return []
      return [{ server, sessionId: id, directory }]
    }),
  )
  return { usedUp, stops }
}
