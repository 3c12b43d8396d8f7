import { expect, test } from 'vitest'
import { sampleServer } from '../../../shared/sample-server.ts'
import { emptyServer, type ConsoleState } from '../../store/types.ts'
import { decisionsOf } from './decisions-of.ts'

function serverWith(
  permissions: [id: string, sessionID: string][],
  questions: [id: string, sessionID: string][],
) {
  const server = emptyServer(sampleServer())
  server.sessions = {
    root: { id: 'root' },
    child: { id: 'child', parentID: 'root' },
    a: { id: 'a', parentID: 'b' },
    b: { id: 'b', parentID: 'a' },
  } as never
  server.permissions = Object.fromEntries(
    permissions.map(([id, sessionID]) => [id, { id, sessionID }]),
  ) as never
  server.questions = Object.fromEntries(questions.map(([id, sessionID]) => [id, { id, sessionID }])) as never
  return server
}
const idsOf = (state: unknown) =>
  decisionsOf(state as ConsoleState).map(
    ({ request, rootId, serverId }) => `${serverId} ${rootId} ${request.id}`,
  )

test('all that is asked, subagents’ under their root, the oldest first, server by server', () => {
  const one = serverWith(
    [
      ['per_3', 'child'],
      ['per_1', 'root'],
    ],
    [['que_2', 'unknown']],
  )
  const two = serverWith([], [['que_1', 'root']])
  expect(idsOf({ order: ['two', 'one'], servers: { one, two } })).toEqual([
    'two root que_1',
    'one root per_1',
    'one unknown que_2',
    'one root per_3',
  ])
})

test('two servers may use the same ids, and a server one id for two kinds', () => {
  const servers = {
    one: serverWith([['x_1', 'root']], [['x_1', 'root']]),
    two: serverWith([['x_1', 'root']], []),
  }
  const keys = decisionsOf({ order: ['one', 'two'], servers }).map(({ key }) => key)
  expect(new Set(keys).size).toBe(3)
})

test('fault 66: nobody waits at a server that is gone', () => {
  const gone = serverWith([['per_1', 'root']], [])
  gone.info = { ...gone.info, health: 'offline' }
  expect(idsOf({ order: ['one'], servers: { one: gone } })).toEqual([])
})

test('fault 62: parents in a circle end', () => {
  const odd = serverWith([['per_1', 'a']], [])
  expect(idsOf({ order: ['one'], servers: { one: odd } })).toHaveLength(1)
})
