import { expect, test } from 'vitest'
import { createBusySince } from './busy-since.ts'

const status = (type: string) => ({
  type: 'session.status',
  properties: { sessionID: 's', status: { type } },
})

test('the time of the first busy counts, until the session is idle', () => {
  const since = createBusySince()
  since.note('daemon', status('busy'), 1)
  since.note('daemon', status('retry'), 2)
  since.note('daemon', status('busy'), 3)
  expect(since.of('daemon')).toEqual({ s: 1 })
  expect(since.of('port-4098')).toEqual({})
  since.note('daemon', status('idle'), 4)
  expect(since.of('daemon')).toEqual({})
})

test.each(['session.idle', 'session.deleted'])('%s ends it too', (type) => {
  const since = createBusySince()
  since.note('daemon', status('busy'), 1)
  since.note('daemon', { type, properties: { sessionID: 's' } }, 2)
  expect(since.of('daemon')).toEqual({})
})
