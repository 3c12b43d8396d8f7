import type { Session } from '@kilocode/sdk/v2/client'
import { expect, test } from 'vitest'
import type { ServerInfo } from '../../shared/api.ts'
import { sampleServer } from '../../shared/sample-server.ts'
import { hostNow } from '../clock/host-time.ts'
import { rosterOf, type Roster, type SessionStatus } from './roster.ts'
import { emptyServer, type Permission, type Question, type ServerState, type Terminal } from './types.ts'

const info = (id: string, health: ServerInfo['health'] = 'healthy') => sampleServer({ id, health })

const session = (id: string, created: number, more: Partial<Session> = {}): Session => ({
  id,
  slug: id,
  projectID: 'p',
  directory: '/p',
  title: id,
  version: '7.7.7',
  time: { created, updated: created },
  ...more,
})

const permission = (id: string, sessionID: string): Permission => ({
  id,
  sessionID,
  permission: 'bash',
  patterns: ['npm test'],
  metadata: {},
  always: [],
  directory: '/p',
})

function server(id: string, edit: (draft: ServerState) => void, health?: ServerInfo['health']): ServerState {
  const state = emptyServer(info(id, health))
  edit(state)
  return state
}

const add = (draft: ServerState, ...sessions: Session[]) =>
  sessions.forEach((one) => (draft.sessions[one.id] = one))

function rosterFrom(...servers: ServerState[]): Roster {
  return rosterOf({
    order: servers.map(({ info }) => info.id),
    servers: Object.fromEntries(servers.map((one) => [one.info.id, one])),
  })
}

const titles = (entries: Roster['recent']) =>
  entries.map((entry) => `${entry.session.title}:${entry.status.kind}`)

test('every session is in one group: what waits for a person, what works, the rest', () => {
  const roster = rosterFrom(
    server('daemon', (draft) => {
      add(draft, session('waits', 1), session('works', 2), session('rests', 3), session('broke', 4))
      draft.activity = { waits: { type: 'busy' }, works: { type: 'busy' } }
      draft.permissions = { per_1: permission('per_1', 'waits') }
      draft.failed = { broke: { code: 'x', message: 'no key' } }
    }),
  )
  expect(titles(roster.needsYou)).toEqual(['waits:permission'])
  expect(titles(roster.working)).toEqual(['works:working'])
  expect(titles(roster.recent)).toEqual(['broke:failed', 'rests:idle'])
})

test("a subagent's request is its root's, and says who asks", () => {
  const child = session('child', 2, { parentID: 'root' })
  const grandchild = session('grandchild', 3, { parentID: 'child' })
  const roster = rosterFrom(
    server('daemon', (draft) => {
      add(draft, session('root', 1), child, grandchild)
      draft.permissions = { per_1: permission('per_1', 'grandchild') }
    }),
  )
  const [entry, ...others] = roster.needsYou
  expect(others).toEqual([])
  expect(entry?.session.id).toBe('root')
  expect(entry?.status).toMatchObject({ kind: 'permission', by: grandchild })
  expect(roster.recent).toEqual([])
})

test('a circle of parents is shown as it is', () => {
  const circle = [session('a', 2, { parentID: 'b' }), session('b', 3, { parentID: 'a' })]
  expect(rosterFrom(server('daemon', (draft) => add(draft, ...circle))).recent).not.toEqual([])
})

test('a subagent whose parent is in the archive is listed while it does something', () => {
  const orphans = ['rests', 'works', 'asks'].map((id, at) => session(id, at, { parentID: 'archived' }))
  const roster = rosterFrom(
    server('daemon', (draft) => {
      add(draft, ...orphans)
      draft.activity = { works: { type: 'busy' } }
      draft.permissions = { per_1: permission('per_1', 'asks') }
    }),
  )
  expect(titles(roster.needsYou)).toEqual(['asks:permission'])
  expect(titles(roster.working)).toEqual(['works:working'])
  expect(roster.recent).toEqual([])
})

test('a session that was put away is not listed, and neither are its subagents', () => {
  const sessions = [session('away', 1), session('child', 2, { parentID: 'away' }), session('stays', 3)]
  const roster = rosterFrom(
    server('daemon', (draft) => {
      add(draft, ...sessions)
      draft.putAway = { away: true }
    }),
  )
  expect(titles(roster.recent)).toEqual(['stays:idle'])
})

test('fault 66: sessions of a dead server need nothing and do nothing, and are marked', () => {
  const roster = rosterFrom(
    server(
      'daemon',
      (draft) => {
        add(draft, session('was-busy', 1))
        draft.activity = { 'was-busy': { type: 'busy' } }
        draft.permissions = { per_1: permission('per_1', 'was-busy') }
      },
      'offline',
    ),
  )
  expect(titles(roster.recent)).toEqual(['was-busy:interrupted'])
  expect(roster.recent[0]?.reachable).toBe(false)
})

test('all servers are in one list, the newest first', () => {
  const roster = rosterFrom(
    server('daemon', (draft) => add(draft, session('old', 1), session('new', 9))),
    server('port-4098', (draft) => add(draft, session('middle', 5))),
  )
  expect(roster.recent.map(({ session, serverId }) => `${serverId} ${session.id}`)).toEqual([
    'daemon new',
    'port-4098 middle',
    'daemon old',
  ])
})

test('fault 66: a session that was cut off says so after a restart too, unless an error is known', () => {
  const roster = rosterFrom(
    server('daemon', (draft) => {
      add(draft, session('cut', 1), session('failed', 2))
      draft.interrupted = { cut: true, failed: true }
      draft.failed = { failed: { code: 'x', message: 'no key' } }
    }),
  )
  expect(titles(roster.recent)).toEqual(['failed:failed', 'cut:interrupted'])
})

test('fault 65: a session waits for the network, or its subagent does: it needs you', () => {
  const offline = { type: 'offline' as const, requestID: 'que_1', message: 'Unable to connect.' }
  const roster = rosterFrom(
    server('daemon', (draft) => {
      add(draft, session('alone', 1), session('root', 2), session('child', 3, { parentID: 'root' }))
      draft.activity = { alone: offline, root: { type: 'busy' }, child: offline }
    }),
  )
  expect(titles(roster.needsYou)).toEqual(['root:offline', 'alone:offline'])
  expect(roster.working).toEqual([])
})

const question = (id: string, sessionID: string) =>
  ({ ...permission(id, sessionID), questions: [] }) as Question
const busy = { type: 'busy' } as const
const retry = { type: 'retry', attempt: 1, message: 'Too many requests', next: 2 } as const
const offline = { type: 'offline', requestID: 'que_1', message: 'Unable to connect.' } as const
const child = session('child', 2, { parentID: 'root' })
const alone = (edit: (draft: ServerState) => void, health?: ServerInfo['health']) =>
  rosterFrom(server('daemon', (draft) => (add(draft, session('root', 1), child), edit(draft)), health))

test.each<[string, Partial<ServerState>, SessionStatus, number?]>([
  ['rests', {}, { kind: 'idle' }],
  ['works since', { activity: { root: busy }, busySince: { root: 5 } }, { kind: 'working', since: 5 }],
  [
    'works since its first subagent does',
    { activity: { root: busy, child: busy }, busySince: { root: 5, child: 3 } },
    { kind: 'working', since: 3 },
  ],
  [
    'works as long as it does itself, when that is longer',
    { activity: { root: busy, child: busy }, busySince: { root: 3, child: 5 } },
    { kind: 'working', since: 3 },
  ],
  ['tries again', { activity: { root: retry } }, { kind: 'retrying', message: 'Too many requests' }],
  [
    'works while its subagent tries again',
    { activity: { child: retry }, busySince: { child: 5 } },
    { kind: 'working', since: 5 },
  ],
  [
    'is asked itself',
    { permissions: { p: permission('p', 'root') } },
    { kind: 'permission', request: permission('p', 'root'), by: undefined },
    1,
  ],
  [
    'has a question',
    { questions: { q: question('q', 'root') } },
    { kind: 'question', request: question('q', 'root'), by: undefined },
    1,
  ],
  [
    'has a question of its subagent',
    { questions: { q: question('q', 'child') } },
    { kind: 'question', request: question('q', 'child'), by: child },
    1,
  ],
  [
    'shows the first of several requests, a permission before a question',
    {
      permissions: { p: permission('p', 'child'), r: permission('r', 'root') },
      questions: { q: question('q', 'root') },
      activity: { root: offline },
    },
    { kind: 'permission', request: permission('p', 'child'), by: child },
    3,
  ],
  [
    'waits for the network, whatever else it does',
    { activity: { root: offline, child: retry } },
    { kind: 'offline', message: 'Unable to connect.' },
  ],
  ['failed', { failed: { root: { code: 'x', message: 'no key' } } }, { kind: 'failed', message: 'no key' }],
])('a session %s', (_, state, status, waiting = 0) => {
  const roster = alone((draft) => Object.assign(draft, state))
  const [entry, ...others] = [...roster.needsYou, ...roster.working, ...roster.recent]
  expect([entry?.session.id, entry?.status, entry?.waiting, others]).toEqual(['root', status, waiting, []])
})

test.each<[SessionStatus['kind'], Partial<ServerState>, keyof Roster]>([
  ['question', { questions: { q: question('q', 'root') } }, 'needsYou'],
  ['retrying', { activity: { root: retry } }, 'working'],
])('%s has its group', (_, state, group) => {
  expect(alone((draft) => Object.assign(draft, state))[group]).toHaveLength(1)
})

test('a session that nobody saw begin works from now on', () => {
  const before = hostNow()
  const [entry] = alone((draft) => (draft.activity = { root: busy })).working
  expect(entry?.status.kind === 'working' && entry.status.since).toBeGreaterThanOrEqual(before)
})

test.each([
  ['healthy', true],
  ['unhealthy', false],
  ['offline', false],
] as const)('a server is %s: what it lists is reachable %s', (health, reachable) => {
  const terminal = { id: 'pty' } as Terminal
  const roster = alone((draft) => (draft.terminals = { pty: terminal }), health)
  expect(roster.terminals).toEqual([{ serverId: 'daemon', terminal, reachable }])
  expect(roster.recent[0]?.reachable).toBe(reachable)
})

test('at first nothing is listed, not even a server that is coming', () => {
  const nothing = { needsYou: [], working: [], recent: [], terminals: [] }
  expect(rosterOf({ order: ['coming'], servers: {} })).toEqual(nothing)
})

test.each(['working', 'recent', 'needsYou'] as const)('%s: by age, and of one age by id', (group) => {
  const ids = ['b', 'a', 'd', 'c']
  const roster = rosterFrom(
    server('daemon', (draft) => {
      add(draft, session('old', 1), session('new', 3), ...ids.map((id) => session(id, 2)))
      if (group !== 'recent')
        for (const id in draft.sessions) draft.activity[id] = group === 'working' ? busy : offline
    }),
  )
  expect(roster[group].map(({ session }) => session.id)).toEqual(['new', 'd', 'c', 'b', 'a', 'old'])
})

test('what was written to last is first of what rests, whenever it began', () => {
  const written = (id: string, created: number, updated: number) =>
    session(id, created, { time: { created, updated } })
  const roster = rosterFrom(
    server('daemon', (draft) => add(draft, written('a', 1, 9), written('b', 5, 5), written('c', 2, 5))),
  )
  expect(roster.recent.map(({ session }) => session.id)).toEqual(['a', 'b', 'c'])
})
