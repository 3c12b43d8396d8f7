import { expect, test } from 'vitest'
import { sampleEvent } from '@kilo-console/engine/testing/sample-event'
import { makeCutOff } from './cut-off.ts'

test('fault 66: what was at work when its server ended is remembered until it works again', () => {
  const cutOff = makeCutOff()
  cutOff.ended('daemon', ['a', 'b'])
  cutOff.ended('daemon', [])
  cutOff.note('daemon', sampleEvent('session.updated', { sessionID: 'a' }))
  expect(cutOff.of('daemon')).toEqual(['a', 'b'])
  cutOff.note('daemon', { type: 'session.status', properties: { sessionID: 'a', status: { type: 'busy' } } })
  cutOff.note('port-4098', { type: 'session.deleted', properties: { sessionID: 'b' } })
  expect(cutOff.of('daemon')).toEqual(['b'])
})

test('bounded: what was named first gives way', () => {
  const cutOff = makeCutOff(2)
  cutOff.ended('daemon', ['a', 'b', 'c'])
  expect(cutOff.of('daemon')).toEqual(['b', 'c'])
})
