import type { Session } from '@kilocode/sdk/v2/client'
import { expect, test } from 'vitest'
import type { ServerInfo } from '../../shared/api.ts'
import { sampleServer } from '../../shared/sample-server.ts'
import { rosterOf, type Roster } from './roster.ts'
import { emptyServer, type Permission, type ServerState } from './types.ts'

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

test('a child whose parent is unknown, and a circle of parents, are shown as they are', () => {
  const roster = rosterFrom(
    server('daemon', (draft) =>
      add(
        draft,
        session('orphan', 1, { parentID: 'gone' }),
        session('a', 2, { parentID: 'b' }),
        session('b', 3, { parentID: 'a' }),
      ),
    ),
  )
  expect(roster.recent.map(({ session }) => session.id)).toContain('orphan')
  expect(roster.recent.length).toBeGreaterThanOrEqual(2)
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
