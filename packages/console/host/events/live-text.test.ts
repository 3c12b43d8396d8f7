import { expect, test } from 'vitest'
import type { EngineMessage } from './engine-event.ts'
import { makeLiveText } from './live-text.ts'

const begun = (id: string, text = '', directory = '/a'): EngineMessage => {
  const part = { id, sessionID: `s-${id}`, messageID: 'm', type: 'text' as const, text, time: { start: 1 } }
  return {
    directory,
    event: { type: 'message.part.updated', properties: { sessionID: part.sessionID, part } },
  }
}
const grown = (partID: string, delta: string): EngineMessage => ({
  event: {
    type: 'message.part.delta',
    properties: { sessionID: `s-${partID}`, messageID: 'm', partID, field: 'text', delta },
  },
})
const ids = (live: ReturnType<typeof makeLiveText>, server?: string) =>
  live.messages(server).flatMap(({ event }) => ('part' in event.properties ? event.properties.part.id : []))

test('each server has its own, each part its directory', () => {
  const live = makeLiveText()
  live.apply('daemon', begun('p', 'x', '/a'))
  live.apply('port-4098', begun('p', 'y', '/b'))
  expect(live.messages().map(({ server, directory }) => [server, directory])).toEqual([
    ['daemon', '/a'],
    ['port-4098', '/b'],
  ])
  live.forget('daemon')
  expect(ids(live)).toEqual(['p'])
  expect(ids(live, 'daemon')).toEqual([])
})

test('fault 43: of a part whose beginning was missed, what came since is told as a delta', () => {
  const live = makeLiveText()
  const properties = { sessionID: 's', messageID: 'm', partID: 'p', field: 'text' }
  for (const delta of ['of the ', 'answer'])
    live.apply('daemon', {
      directory: '/a',
      event: { type: 'message.part.delta', properties: { ...properties, delta } },
    })
  expect(live.messages()).toEqual([
    {
      server: 'daemon',
      directory: '/a',
      event: { type: 'message.part.delta', properties: { ...properties, delta: 'of the answer' } },
    },
  ])
})

test('fault 45: bounded: the part that began first gives way', () => {
  const live = makeLiveText({ parts: 9, size: 5000, sizeOfAll: 9000 })
  for (const id of ['a', 'b', 'c', 'd']) live.apply('daemon', begun(id, 'x'.repeat(1000)))
  expect(ids(live)).toEqual(['b', 'c', 'd'])
})

test('fault 63: bounded at every event, and not only when a part comes', () => {
  const live = makeLiveText()
  for (let at = 0; at < 2000; at += 1) live.apply('daemon', begun(`p${at}`))
  const large = 'x'.repeat(256 * 1024)
  for (let at = 0; at < 2000; at += 1) live.apply('daemon', grown(`p${at}`, large))
  expect(live.total()).toBeLessThanOrEqual(2 * 1024 * 1024)
  expect(live.messages()).toHaveLength(7)
})

test('fault 63: of all servers together too: the one that has most gives way', () => {
  const live = makeLiveText({ parts: 9, size: 5000, sizeOfAll: 9000 })
  live.apply('quiet', begun('q', 'x'.repeat(1000)))
  for (const server of ['a', 'b', 'c'])
    for (const id of ['p', 'o', 'n']) live.apply(server, begun(id, 'x'.repeat(1000)))
  expect(live.total()).toBeLessThanOrEqual(9000)
  expect(ids(live, 'quiet')).toEqual(['q'])
})

test('fault 63: what is kept does not grow with what was heard, and goes with its server', () => {
  const live = makeLiveText({ parts: 50, size: 100_000, sizeOfAll: 100_000 })
  for (let at = 0; at < 5000; at += 1) live.apply('daemon', begun(`p${at}`, 'x', `/${at}`))
  expect(live.messages()).toHaveLength(50)
  expect(live.messages()[0]).toMatchObject({ directory: '/4950' })
  live.forget('daemon')
  expect([live.total(), live.messages()]).toEqual([0, []])
})

/** What a part costs besides its text. */
const COST = 512

test('fault 63: what all cost together is told; exactly as much as may be stays', () => {
  const size = COST + 1000
  const live = makeLiveText({ parts: 9, size: 9000, sizeOfAll: 3 * size })
  for (const server of ['a', 'b', 'c']) live.apply(server, begun('p', 'x'.repeat(1000)))
  expect([live.total(), ids(live)]).toEqual([3 * size, ['p', 'p', 'p']])
  live.apply('c', grown('p', 'x'))
  expect([live.total(), ids(live, 'c')]).toEqual([2 * size, []])
})

test('fault 63: the server that has most gives way, wherever it stands; of two that have as much the first', () => {
  const live = makeLiveText({ parts: 9, size: 9000, sizeOfAll: 4 * (COST + 1000) })
  for (const [server, id] of [
    ['a', 'p'],
    ['b', 'p'],
    ['b', 'o'],
    ['c', 'p'],
    ['c', 'o'],
  ] as const)
    live.apply(server, begun(id, 'x'.repeat(1000)))
  expect(['a', 'b', 'c'].map((server) => ids(live, server))).toEqual([['p'], ['o'], ['p', 'o']])
})

test('a part stands where it was written, whatever else is heard of its session, or nowhere', () => {
  const live = makeLiveText()
  live.apply('daemon', begun('p', 'x', '/a'))
  live.apply('daemon', {
    directory: '/b',
    event: { type: 'session.status', properties: { sessionID: 's-p', status: { type: 'busy' } } },
  })
  expect(live.messages()).toStrictEqual([{ server: 'daemon', ...begun('p', 'x', '/a') }])
  const { event } = begun('q')
  live.apply('other', { event })
  expect(live.messages('other')).toStrictEqual([{ server: 'other', event }])
})
