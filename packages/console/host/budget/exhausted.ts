/** PURE: whose turns end because a budget is used up. */
import { costedOf, costsOf, costSince, midnightBefore, rootOf, type Budget } from '../../shared/budget.ts'
import type { Roster } from '../../shared/roster/roster.ts'

export type Spending = Pick<Roster, 'sessions' | 'gone' | 'activity' | 'busySince' | 'complete'>
export type Rosters = readonly (readonly [server: string, roster: Spending])[]

export interface Stop {
  server: string
  sessionId: string
  directory: string
}

/** Unix milliseconds since when a budget is used up: 0 where nobody knows; null: it is not. */
type Since = number | null

/** What a look has found, for the next one. */
export interface Looked {
  at: number
  limits: Limits
  /** `of`: its midnight. */
  day: { of: number; since: Since }
  /** Of each server that was known whole, the sessions at the top. */
  servers: ReadonlyMap<string, ReadonlyMap<string, Since>>
}

interface Limits {
  session: number
  day: number
}

/** Where nothing is to be stopped, there is as much as it takes. */
function limitsOf({ stops, session = Infinity, day = Infinity }: Budget): Limits {
  return stops ? { session, day } : { session: Infinity, day: Infinity }
}

/** As it was found before, unless that was by a higher limit: what was within that one is used up only now. */
function sinceOf(before: Since, isStricter: boolean, now: number): number {
  return before === null || isStricter ? now : before
}

function lookAtDay(rosters: Rosters, limits: Limits, before: Looked | undefined, now: number): Looked['day'] {
  const of = midnightBefore(now)
  const spentBy = (some: Rosters) =>
    costSince(
      some.map(([, roster]) => costedOf(roster)),
      of,
    )
  if (limits.day === Infinity || spentBy(rosters) < limits.day) return { of, since: null }
  const known = before?.day.of === of ? before.day.since : null
  if (before && known !== null) return { of, since: sinceOf(known, limits.day < before.limits.day, now) }
  // What it takes a server to reach it that nobody has looked at, was spent nobody knows when.
  const isSeen = spentBy(rosters.filter(([server]) => before?.servers.has(server))) >= limits.day
  return { of, since: isSeen ? now : 0 }
}

function lookAtServer(
  [server, { sessions, gone }]: Rosters[number],
  limits: Limits,
  before: Looked | undefined,
  now: number,
): ReadonlyMap<string, Since> {
  const known = before?.servers.get(server)
  const isStricter = before !== undefined && limits.session < before.limits.session
  const found = (root: string, cost: number): Since => {
    if (cost < limits.session) return null
    const since = known?.get(root)
    if (since !== undefined) return sinceOf(since, isStricter, now)
    // One that was too old to be listed may have been continued by somebody who knew; one that is new has all been seen.
    return known && before && (sessions[root]?.time.created ?? 0) >= before.at ? now : 0
  }
  return new Map([...costsOf(costedOf({ sessions, gone }))].map(([root, cost]) => [root, found(root, cost)]))
}

/**
 * A turn that began before its budget was used up is to be stopped. One that began later, somebody wanted though the page has asked: it goes on. `before`: as
 * it was found last; undefined: nobody has looked yet, and of what is used up then nobody knows since when. So it is with each server until it is known whole.
 */
export function exhausted(
  budget: Budget,
  rosters: Rosters,
  before: Looked | undefined,
  now: number,
): { looked: Looked; stops: Stop[] } {
  const limits = limitsOf(budget)
  const day = lookAtDay(rosters, limits, before, now)
  const servers = new Map<string, ReadonlyMap<string, Since>>()
  for (const each of rosters) {
    const known = each[1].complete ? lookAtServer(each, limits, before, now) : before?.servers.get(each[0])
    if (known) servers.set(each[0], known)
  }
  const looked = { at: now, limits, day, servers }
  return { looked, stops: stopsOf(rosters, looked) }
}

function stopsOf(rosters: Rosters, { at, day, servers }: Looked): Stop[] {
  return rosters.flatMap(([server, { sessions, activity, busySince }]) =>
    Object.keys(activity).flatMap((id) => {
      const root = rootOf(sessions, id)
      const since = Math.max(day.since ?? -1, servers.get(server)?.get(root) ?? -1)
      const directory = sessions[root]?.directory
      // A subagent is stopped with the session that asked it.
      if (id !== root || directory === undefined || (busySince[id] ?? at) > since) return []
      return [{ server, sessionId: id, directory }]
    }),
  )
}
