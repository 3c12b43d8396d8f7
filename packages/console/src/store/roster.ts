import type { Session } from '@kilocode/sdk/v2/client'
import { hostNow } from '../clock/host-time.ts'
import { isOrphan, rootOf } from './family.ts'
import type { ConsoleState, Permission, Question, ServerState, Terminal } from './types.ts'

/** What a session needs or does; decides its group, its shape and its colour. */
export type SessionStatus =
  | { kind: 'permission'; request: Permission; by: Session | undefined }
  | { kind: 'question'; request: Question; by: Session | undefined }
  /** A provider cannot be reached: it goes on when somebody says so. */
  | { kind: 'offline'; message: string }
  | { kind: 'retrying'; message: string }
  | { kind: 'working'; since: number }
  | { kind: 'failed'; message: string }
  /** Its server ended in the middle of a turn. */
  | { kind: 'interrupted' }
  | { kind: 'idle' }

export interface SessionEntry {
  serverId: string
  session: Session
  status: SessionStatus
  /** Permission and question requests of the session and its subagents. */
  waiting: number
  /** Who of the session and its subagents works, the one that began last at the end. */
  busy: readonly string[]
  /** US dollars, of the session and its subagents. */
  cost: number
  /** Unix milliseconds. */
  created: number
  /** Unix milliseconds. */
  updated: number
  /** False: its server does not answer; what is shown is the last that was known. */
  reachable: boolean
}

export interface TerminalEntry {
  serverId: string
  terminal: Terminal
  reachable: boolean
}

export interface Roster {
  needsYou: SessionEntry[]
  working: SessionEntry[]
  recent: SessionEntry[]
  terminals: TerminalEntry[]
}

/**
 * What a server's maps say of each family, by the id of its root: a subagent's needs are its root's needs. Read once, because every read of
 * the store is tracked, and a look into each map for each session costs milliseconds with hundreds of them.
 */
interface Claims {
  permissions: Map<string, Permission>
  questions: Map<string, Question>
  waiting: Map<string, number>
  /** Why somebody in the family waits for the network. */
  offline: Map<string, string>
  /** Since when somebody in the family is busy, Unix milliseconds. */
  busySince: Map<string, number>
  busy: Map<string, string[]>
  cost: Map<string, number>
}

function claimsOf(server: ServerState): Claims {
  const claims: Claims = {
    permissions: new Map(),
    questions: new Map(),
    waiting: new Map(),
    offline: new Map(),
    busySince: new Map(),
    busy: new Map(),
    cost: new Map(),
  }
  const rootIdOf = (sessionId: string) => {
    const session = server.sessions[sessionId]
    return session ? rootOf(server.sessions, session).id : sessionId
  }
  const claim = <T extends { sessionID: string }>(first: Map<string, T>, requests: T[]) => {
    for (const request of requests) {
      const root = rootIdOf(request.sessionID)
      if (!first.has(root)) first.set(root, request)
      claims.waiting.set(root, (claims.waiting.get(root) ?? 0) + 1)
    }
  }
  claim(claims.permissions, Object.values(server.permissions))
  claim(claims.questions, Object.values(server.questions))
  for (const [id, activity] of Object.entries(server.activity)) {
    const root = rootIdOf(id)
    if (activity.type === 'offline') claims.offline.set(root, activity.message)
    const since = server.busySince[id] ?? hostNow()
    claims.busySince.set(root, Math.min(since, claims.busySince.get(root) ?? since))
    claims.busy.set(root, [...(claims.busy.get(root) ?? []), id])
  }
  for (const session of Object.values(server.sessions)) {
    const { cost } = session
    if (!cost) continue
    const root = rootOf(server.sessions, session).id
    claims.cost.set(root, (claims.cost.get(root) ?? 0) + cost)
  }
  return claims
}

function statusOf(server: ServerState, id: string, claims: Claims): SessionStatus {
  const by = (request: { sessionID: string }) =>
    request.sessionID === id ? undefined : server.sessions[request.sessionID]
  // Nobody is there: nothing works, and nobody waits for an answer.
  if (server.info.health === 'offline') return restOf(server, id, claims.busySince.has(id))
  const permission = claims.permissions.get(id)
  if (permission) return { kind: 'permission', request: permission, by: by(permission) }
  const question = claims.questions.get(id)
  if (question) return { kind: 'question', request: question, by: by(question) }
  const offline = claims.offline.get(id)
  if (offline !== undefined) return { kind: 'offline', message: offline }
  const activity = server.activity[id]
  if (activity?.type === 'retry') return { kind: 'retrying', message: activity.message }
  const since = claims.busySince.get(id)
  if (since !== undefined) return { kind: 'working', since }
  return restOf(server, id, false)
}

function restOf(server: ServerState, id: string, cutOff: boolean): SessionStatus {
  const failed = server.failed[id]
  if (failed) return { kind: 'failed', message: failed.message }
  return { kind: cutOff || server.interrupted[id] ? 'interrupted' : 'idle' }
}

function entriesOf(serverId: string, server: ServerState): SessionEntry[] {
  const { health } = server.info
  const claims = claimsOf(server)
  return Object.values(server.sessions).flatMap((session) => {
    const { id, time } = session
    if (rootOf(server.sessions, session).id !== id || server.putAway[id]) return []
    const status = statusOf(server, id, claims)
    if (isOrphan(server.sessions, session) && groupOf(status) === 'recent') return []
    return [
      {
        serverId,
        session,
        status,
        waiting: claims.waiting.get(id) ?? 0,
        busy: claims.busy.get(id) ?? [],
        cost: claims.cost.get(id) ?? 0,
        created: time.created,
        updated: time.updated,
        reachable: health === 'healthy',
      },
    ]
  })
}

function groupOf({ kind }: SessionStatus): 'needsYou' | 'working' | 'recent' {
  switch (kind) {
    case 'permission':
    case 'question':
    case 'offline':
      return 'needsYou'
    case 'retrying':
    case 'working':
      return 'working'
    case 'failed':
    case 'interrupted':
    case 'idle':
      return 'recent'
  }
}

/** All sessions and terminals of all servers, grouped by what they need; newest first, ties by id so that nothing jumps. */
export function rosterOf(state: Pick<ConsoleState, 'order' | 'servers'>): Roster {
  const roster: Roster = { needsYou: [], working: [], recent: [], terminals: [] }
  for (const serverId of state.order) {
    const server = state.servers[serverId]
    if (!server) continue
    for (const entry of entriesOf(serverId, server)) roster[groupOf(entry.status)].push(entry)
    const reachable = server.info.health === 'healthy'
    for (const terminal of Object.values(server.terminals))
      roster.terminals.push({ serverId, terminal, reachable })
  }
  const byCreation = (a: SessionEntry, b: SessionEntry) =>
    b.created - a.created || (a.session.id < b.session.id ? 1 : -1)
  roster.needsYou.sort(byCreation)
  roster.working.sort(byCreation)
  roster.recent.sort((a, b) => b.updated - a.updated || byCreation(a, b))
  return roster
}
