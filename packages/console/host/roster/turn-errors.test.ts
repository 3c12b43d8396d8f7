import { expect, test } from 'vitest'
import { sampleEvent } from '@kilo-console/engine/testing/sample-event'
import { makeTurnErrors } from './turn-errors.ts'

const failure = (sessionID: string) =>
  sampleEvent('session.error', {
    sessionID,
    error: { name: 'UnknownError', data: { message: `${sessionID} failed` } },
  })

test('fault 65: why a turn failed is told to pages that come later, of each server its own', () => {
  const errors = makeTurnErrors()
  errors.note('daemon', failure('a'))
  errors.note('port-4098', failure('b'))
  expect(errors.of('daemon')).toEqual({ a: { code: 'UnknownError', message: 'a failed' } })
  errors.note('daemon', { type: 'session.status', properties: { sessionID: 'a', status: { type: 'busy' } } })
  expect(errors.of('daemon')).toEqual({})
  expect(Object.keys(errors.of('port-4098'))).toEqual(['b'])
})

test('bounded: what failed first gives way', () => {
  const errors = makeTurnErrors(3)
  for (const id of ['a', 'b', 'c', 'd', 'e']) errors.note('daemon', failure(id))
  expect(Object.keys(errors.of('daemon'))).toEqual(['c', 'd', 'e'])
})
