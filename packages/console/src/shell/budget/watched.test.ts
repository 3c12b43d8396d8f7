import { expect, it } from 'vitest'
import type { Budget } from '../../../shared/budget.ts'
import { sampleServer } from '../../../shared/sample-server.ts'
import { emptyServer } from '../../store/types.ts'
import { watchedOf } from './watched.ts'

const NOW = new Date(2026, 10, 26, 18).getTime()
const session = (id: string, more: object = {}) =>
  ({ id, title: `Title ${id}`, cost: 1, time: { created: NOW, updated: NOW }, ...more }) as never
const state = (budget: Budget) => ({
  info: { version: '1', home: '/', budget },
  order: ['daemon', 'gone'],
  servers: {
    daemon: {
      ...emptyServer(sampleServer()),
      sessions: { a: session('a'), b: session('b', { parentID: 'a' }), c: session('c', { parentID: 'old' }) },
      others: { old: session('old') },
      activity: { a: { type: 'busy' as const }, b: { type: 'busy' as const } },
    },
  },
})
const shown = (budget: Budget, looking?: string) =>
  watchedOf(state(budget), looking, NOW).map(({ title, standing }) => [title, standing?.spent])

it('today, and what works: by the session at the top, once', () =>
  expect(shown({ day: 5, session: 5 })).toEqual([
    ['Today', 3],
    ['Title a', 2],
  ]))

it.each([
  ['on screen', 'daemon/a', ['Title a']],
  ['on screen and not listed', 'daemon/old', ['Title a', 'Title old']],
  ['of which a subagent is on screen', 'daemon/c', ['Title a', 'Title old']],
  ['of a server that nobody knows', 'gone/a', ['Title a']],
])('one %s', (_, looking, titles) =>
  expect(
    shown({ session: 5 }, looking)
      .slice(1)
      .map(([title]) => title),
  ).toEqual(titles),
)

it('without a budget for sessions none of them', () => expect(shown({ day: 5 })).toEqual([['Today', 3]]))

it('names tell servers, sessions and days apart', () =>
  expect(watchedOf(state({ session: 5 }), undefined, NOW).map(({ name }) => name)).toEqual([
    `day ${new Date(2026, 10, 26).getTime()}`,
    'session daemon/a',
  ]))
