import { expect, it } from 'vitest'
import type { Budget } from '../../shared/budget.ts'
import { sampleServer } from '../../shared/sample-server.ts'
import { dayStanding, sessionStanding } from './standing.ts'
import { emptyServer, type ConsoleState } from './types.ts'

const NOW = new Date(2026, 10, 26, 18).getTime()
const session = (id: string, cost: number, more: object = {}) =>
  ({ id, cost, time: { created: NOW, updated: NOW }, ...more }) as never
const state = (budget: Budget): ConsoleState => ({
  login: { status: 'none' },
  link: 'connected',
  info: { version: '1', home: '/', budget },
  servers: {
    daemon: {
      ...emptyServer(sampleServer()),
      sessions: { a: session('a', 1), b: session('b', 2, { parentID: 'a' }), c: session('c', 9) },
      gone: { d: session('d', 5, { parentID: 'c' }), a: session('a', 0.5) },
      others: { old: session('old', 4, { time: { created: 0, updated: 0 } }) },
    },
  },
  order: ['daemon', 'gone'],
  daemonAction: null,
})
const ref = (sessionId: string, serverId = 'daemon') => ({ serverId, sessionId })

it.each([
  ['a session with its subagents', ref('a'), 3, 'ok'],
  ['a subagent, which is as its session is', ref('b'), 3, 'ok'],
  ['one that has used it up, with what was deleted of it', ref('c'), 14, 'over'],
  ['one that the roster does not list', ref('old'), 4, 'near'],
  ['one that nobody knows', ref('x'), 0, 'ok'],
  ['one of a server that nobody knows', ref('a', 'y'), 0, 'ok'],
] as const)('%s', (_, of, spent, level) =>
  expect(sessionStanding(state({ session: 5 }), of)).toEqual({ spent, limit: 5, level }),
)

it('a day is what began today', () =>
  expect(dayStanding(state({ day: 100 }), NOW)).toEqual({ spent: 17, limit: 100, level: 'ok' }))

it('without a budget there is nothing to say', () => {
  expect(sessionStanding(state({ day: 5 }), ref('a'))).toBeUndefined()
  expect(dayStanding(state({ session: 5 }), NOW)).toBeUndefined()
  expect(dayStanding({ ...state({}), info: null }, NOW)).toBeUndefined()
})
