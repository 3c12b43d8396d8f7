/**
 * "Allow edits here until it is done": this page gives the answer "once" for what a session, or a subagent, asks for. Nothing of it is written into the
 * engine or kept: it ends with the turn, when it is taken back, and with the page. So nothing is allowed that nobody watches.
 */
import { createEffect, createSignal, type Accessor } from 'solid-js'
import { isWithin } from './family.ts'
import { isSensitive } from './sensitive.ts'
import type { ConsoleState, Permission } from './types.ts'

export interface Allowance {
  serverId: string
  /** It and its subagents. */
  sessionId: string
  /** A kind of permission: `edit`. */
  permission: string
}

/** With the turn that it was given for, by when that began, and what had been missed by then. */
interface Given extends Allowance {
  since: number
  gaps: number
}

export interface Allowances {
  all: Accessor<readonly Allowance[]>
  allow(this: void, allowance: Allowance): void
  revoke(this: void, allowance: Allowance): void
}

/** Kinds that reach beyond what a session works on are asked for each time. */
const NEVER = new Set(['external_directory', 'doom_loop'])

export const canAllowAll = (request: Pick<Permission, 'permission' | 'metadata'>): boolean =>
  !NEVER.has(request.permission) && !isSensitive(request)

type Servers = Pick<ConsoleState, 'servers'>

const isSame = (a: Allowance, b: Allowance) =>
  a.serverId === b.serverId && a.sessionId === b.sessionId && a.permission === b.permission

/**
 * Those whose session is still in the turn that they were given in: what is idle, gone, on a server that is away, or in its next turn has nothing
 * allowed. An end and the next beginning may come together, so that nobody sees the session idle in between, or both in a gap of the events. Pure.
 */
export const stillMeant = <A extends Given>({ servers }: Servers, all: readonly A[]): A[] =>
  all.filter(({ serverId, sessionId, since, gaps }) => {
    const server = servers[serverId]
    return (
      server?.info.health === 'healthy' &&
      server.gaps === gaps &&
      server.activity[sessionId] !== undefined &&
      server.busySince[sessionId] === since
    )
  })

/** The requests that are answered by an allowance. Pure. */
export function coveredBy(
  { servers }: Servers,
  all: readonly Allowance[],
): { serverId: string; request: Permission }[] {
  return Object.entries(servers).flatMap(([serverId, server]) =>
    Object.values(server.permissions)
      .filter((request) =>
        all.some(
          (each) =>
            each.serverId === serverId &&
            each.permission === request.permission &&
            canAllowAll(request) &&
            isWithin(server.sessions, request.sessionID, each.sessionId),
        ),
      )
      .map((request) => ({ serverId, request })),
  )
}

/** For the life of the calling owner. `answer` gives one request its "once". */
export function createAllowances(
  state: ConsoleState,
  answer: (serverId: string, request: Permission) => Promise<void>,
): Allowances {
  const [all, setAll] = createSignal<readonly Given[]>([])
  /** A request whose answer failed stays for a person. */
  let answered = new Set<string>()
  createEffect(() => {
    const meant = stillMeant(state, all())
    if (meant.length < all().length) setAll(meant)
    const covered = coveredBy(state, meant).map((each) => ({
      ...each,
      // Two servers may use the same id.
      key: `${each.serverId} ${each.request.id}`,
    }))
    const before = answered
    answered = new Set(covered.map(({ key }) => key))
    for (const { serverId, request, key } of covered)
      if (!before.has(key)) answer(serverId, request).catch(() => undefined)
  })
  return {
    all,
    allow(allowance) {
      const server = state.servers[allowance.serverId]
      const since = server?.busySince[allowance.sessionId]
      if (since === undefined) return
      const given = { ...allowance, since, gaps: server?.gaps ?? 0 }
      setAll((known) => [...known.filter((each) => !isSame(each, allowance)), given])
    },
    revoke: (allowance) => setAll((known) => known.filter((each) => !isSame(each, allowance))),
  }
}
