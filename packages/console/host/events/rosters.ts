/** The roster of every server, kept by the events that tabs hear and by what is read beside them: a tab that comes gets it whole. */
import { hostLimits } from '@kilo-console/engine/edge/limits'
import { changeRoster, type RosterChange } from '../../shared/roster/change.ts'
import { isOfRoster, isNeverRead, reduceRoster, type RosterEvent } from '../../shared/roster/reduce.ts'
import { emptyRoster, type Roster } from '../../shared/roster/roster.ts'
import { makeHeardEvents, type HeardEvents } from './heard.ts'
import { makeRosterLedger, type Kind, type LedgerBudget, type RosterLedger } from './roster-ledger.ts'

export interface RosterBudget extends LedgerBudget {
  /** Of all servers: the one that has most gives way. */
  sizeOfAll: number
}

/** A change of one server's roster that follows from another: tabs are to be told. */
export interface Consequence {
  server: string
  change: RosterChange
}

export interface Rosters {
  /** As it is now; not to be changed. */
  of(server: string): Readonly<Roster>
  /** `size`: UTF-16 units of its frame. */
  event(server: string, event: RosterEvent, size: number): Consequence[]
  change(server: string, change: RosterChange, since: readonly RosterEvent[]): Consequence[]
  /** What an answer to a question of that moment may lack. `askedAt`: monotonic milliseconds. */
  since(server: string, askedAt: number): RosterEvent[]
  /** Events of this server were missed: what was heard before is older than all that is read from now on. */
  gap(server: string): void
  /** Lets go of all others. */
  retain(servers: ReadonlySet<string>): void
  wholes(): [server: string, roster: Roster][]
}

interface Kept {
  roster: Roster
  ledger: RosterLedger
  heard: HeardEvents
}

const BUDGET: RosterBudget = {
  size: hostLimits.rosterSize,
  entries: hostLimits.rosterEntries,
  sizeOfAll: hostLimits.rosterSizeOfAll,
}

export function makeRosters(budget: RosterBudget = BUDGET, now = () => performance.now()): Rosters {
  const servers = new Map<string, Kept>()

  function keptOf(server: string): Kept {
    const known = servers.get(server)
    if (known) return known
    const kept = { roster: emptyRoster(), ledger: makeRosterLedger(), heard: makeHeardEvents() }
    servers.set(server, kept)
    return kept
  }

  return {
    of: (server) => keptOf(server).roster,
    event(server, event, size) {
      if (!isOfRoster(event.event.type)) return []
      const { roster, ledger, heard } = keptOf(server)
      reduceRoster(roster, event)
      // Outputs of tools would crowd out what matters to a read. What is kept of these is within budgets of its own (rosterLimits).
      if (isNeverRead(event.event.type)) return []
      heard.note(event, size, now())
      const subject = subjectOf(event)
      if (!subject) return []
      ledger.note(...subject, sizeIn(roster, subject, size))
      return withinBudget(servers, server, budget)
    },
    change(server, change, since) {
      const { roster, ledger } = keptOf(server)
      changeRoster(roster, change, since)
      for (const [kind, entries] of readEntries(change))
        for (const [id, entry] of entries) ledger.note(kind, id, JSON.stringify(entry).length)
      return withinBudget(servers, server, budget)
    },
    since: (server, askedAt) => keptOf(server).heard.since(askedAt),
    gap: (server) => servers.get(server)?.heard.clear(),
    retain(listed) {
      for (const server of servers.keys()) if (!listed.has(server)) servers.delete(server)
    },
    wholes: () => [...servers].map(([server, { roster }]) => [server, roster]),
  }
}

function leaveOut(server: string, { roster, ledger }: Kept, most: LedgerBudget): Consequence[] {
  const ids = ledger.leaveOut(roster, most)
  if (!ids) return []
  const change: RosterChange = { kind: 'left-out', ids }
  changeRoster(roster, change)
  return [{ server, change }]
}

/** There are as many servers as there are ports to look at: twenty. */
function withinBudget(
  servers: ReadonlyMap<string, Kept>,
  server: string,
  { size, entries, sizeOfAll }: RosterBudget,
): Consequence[] {
  const changed = servers.get(server)
  const own = changed ? leaveOut(server, changed, { size, entries }) : []
  const all = [...servers].toSorted(([, a], [, b]) => b.ledger.total - a.ledger.total)
  const total = all.reduce((sum, [, { ledger }]) => sum + ledger.total, 0)
  const [largest] = all
  if (total <= sizeOfAll || !largest) return own
  const [id, kept] = largest
  return [...own, ...leaveOut(id, kept, { size: kept.ledger.total - (total - sizeOfAll), entries })]
}

type Subject = [kind: Kind, id: string]

/** What an event adds to the roster, if it adds anything. */
function subjectOf({ event: { type, properties } }: RosterEvent): Subject | undefined {
  switch (type) {
    case 'session.created':
    case 'session.updated':
      return ['sessions', properties.info.id]
    case 'session.status':
      return ['activity', properties.sessionID]
    case 'permission.asked':
      return ['permissions', properties.id]
    case 'question.asked':
    case 'suggestion.shown':
      return ['questions', properties.id]
    case 'pty.created':
    case 'pty.updated':
      return ['terminals', properties.info.id]
    default:
      return undefined
  }
}

/** Of a session far less is kept than the event holds. */
function sizeIn(roster: Roster, [kind, id]: Subject, size: number): number {
  const session = kind === 'sessions' ? roster.sessions[id] : undefined
  return session ? JSON.stringify(session).length : size
}

function readEntries(change: RosterChange): [Kind, [id: string, entry: object][]][] {
  const byId = <T extends { id: string }>(list: readonly T[]) =>
    list.map((entry): [string, T] => [entry.id, entry])
  if (change.kind === 'sessions' || change.kind === 'pinned-read')
    return [['sessions', byId(change.sessions)]]
  if (change.kind !== 'directory') return []
  return [
    ['activity', Object.entries(change.activity)],
    ['permissions', byId(change.permissions)],
    ['questions', byId(change.questions)],
    ['terminals', byId(change.terminals ?? [])],
  ]
}
