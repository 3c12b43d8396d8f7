import { expect, test } from 'vitest'
import { sampleServer } from '../shared/sample-server.ts'
import type { Console } from './console.ts'
import { targetOf } from './target-of.ts'

const target = { url: 'http://127.0.0.1:4097', owner: { uid: 1 } }
const views = {
  well: { info: sampleServer({ id: 'well' }), target },
  foreign: { info: sampleServer({ id: 'foreign', kind: 'foreign', health: 'locked' }) },
  locked: { info: sampleServer({ id: 'locked', health: 'locked' }) },
  gone: { info: sampleServer({ id: 'gone', health: 'offline' }) },
}
const console = {
  discovery: { find: (id: string) => (views as Record<string, unknown>)[id] },
} as unknown as Console

test('a server that can be asked is asked where it is', () => expect(targetOf(console, 'well')).toBe(target))

test.each([
  ['unknown', 404, 'unknown-server', 'kilo daemon status'],
  ['foreign', 403, 'foreign-server', undefined],
  ['locked', 502, 'server-locked', undefined],
  ['gone', 502, 'server-unreachable', 'kilo daemon start'],
])('one that is %s can’t: %d %s', (id, status, code, hint) => {
  expect(() => targetOf(console, id)).toThrow(expect.objectContaining({ status, code, hint }))
  if (status === 404) expect(() => targetOf(console, id)).toThrow('There is no server "unknown".')
})
