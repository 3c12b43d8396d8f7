import { createRoot } from 'solid-js'
import { createStore, produce } from 'solid-js/store'
import { expect, test, vi } from 'vitest'
import { reduceRoster } from '../../shared/roster/reduce.ts'
import { sampleServer } from '../../shared/sample-server.ts'
import { canAllowAll, coveredBy, createAllowances, stillMeant } from './allowances.ts'
import { emptyServer, type ConsoleState, type Permission, type ServerState } from './types.ts'

const status = (type: 'busy' | 'idle', at: number) => ({
  event: { type: 'session.status' as const, properties: { sessionID: 'ses_1', status: { type } } },
  at,
})

const edits = { serverId: 'daemon', sessionId: 'ses_1', permission: 'edit' }
const given = { ...edits, since: 1, gaps: 0 }
const asked = (id: string, sessionID: string, permission = 'edit', metadata = {}) =>
  ({ id, sessionID, permission, metadata }) as Permission

function stateWith(...requests: Permission[]) {
  const server = emptyServer(sampleServer())
  server.sessions = {
    ses_1: { id: 'ses_1' },
    child: { id: 'child', parentID: 'ses_1' },
    other: { id: 'other' },
  } as never
  server.activity = { ses_1: { type: 'busy' } }
  server.busySince = { ses_1: 1 }
  server.permissions = Object.fromEntries(requests.map((request) => [request.id, request]))
  return { servers: { daemon: server } } as unknown as ConsoleState
}

test.each([
  ['of the session', asked('p', 'ses_1'), true],
  ['of its subagent', asked('p', 'child'), true],
  ['of another session', asked('p', 'other'), false],
  ['of another kind', asked('p', 'ses_1', 'bash'), false],
])('a request %s: %s', (_, request, covered) =>
  expect(coveredBy(stateWith(request), [edits])).toHaveLength(covered ? 1 : 0),
)

test('what leaves the folder is never allowed as a whole', () => {
  const request = asked('p', 'ses_1', 'external_directory')
  expect(canAllowAll(request)).toBe(false)
  expect(coveredBy(stateWith(request), [{ ...edits, permission: 'external_directory' }])).toEqual([])
})

test.each([{ sandboxEscalation: true }, { skillShell: true }])(
  'nor what a person alone may allow: %j',
  (metadata) => {
    const request = asked('p', 'ses_1', 'bash', metadata)
    expect(canAllowAll(request)).toBe(false)
    expect(coveredBy(stateWith(request), [{ ...edits, permission: 'bash' }])).toEqual([])
  },
)

test('it ends with the turn, and with the server', () => {
  const state = stateWith()
  expect(stillMeant(state, [given])).toEqual([given])
  expect(stillMeant(state, [{ ...given, since: 0 }])).toEqual([])
  expect(stillMeant(state, [{ ...given, gaps: -1 }])).toEqual([])
  expect(stillMeant(state, [{ ...given, sessionId: 'other' }])).toEqual([])
  expect(stillMeant(state, [{ ...given, serverId: 'gone' }])).toEqual([])
})

function run(answer = vi.fn(() => Promise.resolve())) {
  const [state, set] = createStore(stateWith())
  const made = createRoot((dispose) => ({ ...createAllowances(state, answer), dispose }))
  const change = (edit: (server: ConsoleState['servers'][string]) => void) =>
    set('servers', 'daemon', produce(edit))
  return { ...made, change, answer }
}

test('what is asked is answered once, as long as it is meant', () => {
  const { allow, revoke, change, answer, dispose } = run()
  change((server) => (server.permissions['p1'] = asked('p1', 'ses_1')))
  expect(answer).not.toHaveBeenCalled()
  allow(edits)
  change((server) => (server.permissions['p2'] = asked('p2', 'child')))
  change((server) => (server.permissions['p3'] = asked('p3', 'ses_1', 'bash')))
  expect(answer.mock.calls.map(([, request]: unknown[]) => (request as Permission).id)).toEqual(['p1', 'p2'])
  revoke(edits)
  change((server) => (server.permissions['p4'] = asked('p4', 'ses_1')))
  expect(answer).toHaveBeenCalledTimes(2)
  dispose()
})

test('the next turn asks again', () => {
  const { all, allow, change, answer, dispose } = run()
  allow(edits)
  expect(all()).toEqual([given])
  change((server) => delete server.activity['ses_1'])
  expect(all()).toEqual([])
  change((server) => (server.activity['ses_1'] = { type: 'busy' }))
  change((server) => (server.permissions['p1'] = asked('p1', 'ses_1')))
  expect(answer).not.toHaveBeenCalled()
  dispose()
})

test('the next turn asks again, though its beginning came along with the end of the last', () => {
  const { all, allow, change, answer, dispose } = run()
  allow(edits)
  change((server) => {
    reduceRoster(server, status('idle', 2))
    reduceRoster(server, status('busy', 3))
    server.permissions['p1'] = asked('p1', 'ses_1')
  })
  expect(all()).toEqual([])
  expect(answer).not.toHaveBeenCalled()
  dispose()
})

test('what nobody saw may have been another turn', () => {
  const { all, allow, change, dispose } = run()
  allow(edits)
  change((server) => (server.gaps += 1))
  expect(all()).toEqual([])
  dispose()
})

test('nothing is allowed to a session that does nothing', () => {
  const { all, allow, dispose } = run()
  allow({ ...edits, sessionId: 'other' })
  expect(all()).toEqual([])
  dispose()
})

test('requests of two servers may have the same id', () => {
  const [state, set] = createStore(stateWith())
  set('servers', 'second', stateWith().servers['daemon'] as ServerState)
  const answer = vi.fn(() => Promise.resolve())
  const { allow, dispose } = createRoot((dispose) => ({ ...createAllowances(state, answer), dispose }))
  for (const serverId of ['daemon', 'second']) {
    allow({ ...edits, serverId })
    set('servers', serverId, 'permissions', { p1: asked('p1', 'ses_1') })
  }
  expect(answer.mock.calls.map(([serverId]: unknown[]) => serverId)).toEqual(['daemon', 'second'])
  dispose()
})

test('an answer that failed is left to a person', () => {
  const { allow, change, answer, dispose } = run(vi.fn(() => Promise.reject(new Error('gone'))))
  allow(edits)
  change((server) => (server.permissions['p1'] = asked('p1', 'ses_1')))
  change((server) => (server.permissions['p2'] = asked('p2', 'ses_1')))
  expect(answer).toHaveBeenCalledTimes(2)
  dispose()
})
