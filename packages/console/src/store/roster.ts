import type { Session } from '@kilocode/sdk/v2/client'
import type { ConsoleState, Permission, Question, ServerState, Terminal } from './types.ts'

/** What a session needs or does; decides its group, its shape and its colour. */
export type Standing =
  | { kind: 'permission'; request: Permission; by: Session | undefined }
  | { kind: 'question'; request: Question; by: Session | undefined }
  | { kind: 'retrying'; message: string }
  | { kind: 'working'; since: number }
  | { kind: 'failed'; message: string }
  | { kind: 'idle' }

export interface SessionEntry {
  serverId: string
  session: Session
  standing: Standing
  /** Permission and question requests of the session and its subagents. */
  waiting: number
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

/** The session itself, or the one at the top of its line of parents. */
function rootOf(server: ServerState, session: Session): Session {
  const seen = new Set<string>()
  let root = session
  while (root.parentID && !seen.has(root.id)) {
    seen.add(root.id)
    const parent = server.sessions[root.parentID]
    if (!parent) break
    root = parent
  }
  return root
}

/** Session ids by the id of their root: a subagent's needs are its root's needs. */
function familiesOf(server: ServerState): Map<string, string[]> {
  const families = new Map<string, string[]>()
  for (const session of Object.values(server.sessions)) {
    const root = rootOf(server, session).id
    families.set(root, [...(families.get(root) ?? []), session.id])
  }
  return families
}

function standingOf(server: ServerState, root: Session, family: readonly string[]): Standing {
  if (server.info.health === 'offline') return { kind: 'idle' }
  const isOurs = ({ sessionID }: { sessionID: string }) => family.includes(sessionID)
  const by = (request: { sessionID: string }) =>
    request.sessionID === root.id ? undefined : server.sessions[request.sessionID]
  const permission = Object.values(server.permissions).find(isOurs)
  if (permission) return { kind: 'permission', request: permission, by: by(permission) }
  const question = Object.values(server.questions).find(isOurs)
  if (question) return { kind: 'question', request: question, by: by(question) }
  const activity = server.activity[root.id]
  if (activity?.type === 'retry' || activity?.type === 'offline')
    return { kind: 'retrying', message: activity.message }
  const busy = family.filter((id) => server.activity[id])
  if (busy.length > 0)
    return { kind: 'working', since: Math.min(...busy.map((id) => server.busySince[id] ?? Date.now())) }
  const failed = server.failed[root.id]
  return failed ? { kind: 'failed', message: failed.message } : { kind: 'idle' }
}

function entriesOf(serverId: string, server: ServerState): SessionEntry[] {
  const requests = [...Object.values(server.permissions), ...Object.values(server.questions)]
  return [...familiesOf(server)].flatMap(([rootId, family]) => {
    const session = server.sessions[rootId]
    if (!session) return []
    return [
      {
        serverId,
        session,
        standing: standingOf(server, session, family),
        waiting: requests.filter((request) => family.includes(request.sessionID)).length,
        updated: session.time.updated,
        reachable: server.info.health === 'healthy',
      },
    ]
  })
}

function groupOf({ standing }: SessionEntry): 'needsYou' | 'working' | 'recent' {
  switch (standing.kind) {
    case 'permission':
    case 'question':
      return 'needsYou'
    case 'retrying':
    case 'working':
      return 'working'
    case 'failed':
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
    for (const entry of entriesOf(serverId, server)) roster[groupOf(entry)].push(entry)
    const reachable = server.info.health === 'healthy'
    for (const terminal of Object.values(server.terminals))
      roster.terminals.push({ serverId, terminal, reachable })
  }
  for (const group of [roster.needsYou, roster.working, roster.recent]) {
    group.sort(
      (a, b) => b.session.time.created - a.session.time.created || (a.session.id < b.session.id ? 1 : -1),
    )
  }
  roster.recent.sort((a, b) => b.updated - a.updated)
  return roster
}
