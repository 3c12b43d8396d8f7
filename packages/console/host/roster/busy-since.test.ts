import type { SessionStatus } from '@kilocode/sdk/v2/client'
import { expect, test } from 'vitest'
import type { EngineEvent } from '@kilo-console/engine/edge/event'
import { makeBusySince } from './busy-since.ts'

const retry = { type: 'retry', attempt: 1, message: '', next: 0 } as const
const status = (status: SessionStatus, sessionID = 's'): EngineEvent => ({
  type: 'session.status',
  properties: { sessionID, status },
})
const busy = { type: 'busy' } as const

test('the time of the first busy counts, until the session is idle', () => {
  const since = makeBusySince()
  since.note('daemon', status(busy), 1)
  since.note('daemon', status(retry), 2)
  since.note('daemon', status(busy), 3)
  expect(since.of('daemon')).toEqual({ s: 1 })
  expect(since.of('port-4098')).toEqual({})
  since.note('daemon', status({ type: 'idle' }), 4)
  expect(since.of('daemon')).toEqual({})
})

test.each(['session.idle', 'session.deleted'] as const)('%s ends it too', (type) => {
  const since = makeBusySince()
  since.note('daemon', status(busy), 1)
  since.note('daemon', { type, properties: { sessionID: 's' } }, 2)
  expect(since.of('daemon')).toEqual({})
})

test('fault 63: the first of a thousand give way, and all of them with their server', () => {
  const since = makeBusySince()
  for (let at = 0; at < 3000; at += 1) since.note('daemon', status(busy, `s${at}`), at)
  const ids = Object.keys(since.of('daemon'))
  expect([ids.length, ids[0], ids.at(-1)]).toEqual([1000, 's2000', 's2999'])
  since.forget('daemon')
  expect(since.of('daemon')).toEqual({})
})
