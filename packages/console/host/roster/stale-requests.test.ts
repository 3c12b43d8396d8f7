import { expect, test } from 'vitest'
import type { EngineEvent } from '@kilo-console/engine/edge/event'
import { sampleEvent } from '@kilo-console/engine/testing/sample-event'
import { makeStaleRequests } from './stale-requests.ts'

const asked = (id: string) => sampleEvent('permission.asked', { id, sessionID: 's' })
const idle: EngineEvent = { type: 'session.idle', properties: { sessionID: 's' } }

test.each<[string, (EngineEvent | 'gap')[], boolean]>([
  ['nobody was there', [], false],
  ['asked, and the turn goes on', [asked('per_1')], false],
  ['the turn has ended', [asked('per_1'), idle], true],
  ['it was asked before anybody was there, and the turn has ended', [idle], true],
  ['the next turn asks something else', [asked('per_1'), idle, asked('per_2')], true],
  ['the next turn asks it', [idle, asked('per_1')], false],
  ['the stream had a gap', [idle, 'gap'], false],
  ['and then the turn has ended', [idle, 'gap', idle], true],
])('fault 66: a request is stale or not: %s', (_, events, expected) => {
  const stale = makeStaleRequests()
  for (const event of events) {
    if (event === 'gap') stale.gap('daemon')
    else stale.note('daemon', event)
  }
  expect(stale.has('daemon', { id: 'per_1', sessionID: 's' })).toBe(expected)
  expect(stale.has('port-4098', { id: 'per_1', sessionID: 's' })).toBe(false)
})

test('bounded: a session that ended a turn long ago is forgotten, and its requests count', () => {
  const stale = makeStaleRequests(2)
  for (const sessionID of ['s', 't', 'u'])
    stale.note('daemon', { type: 'session.idle', properties: { sessionID } })
  expect(stale.has('daemon', { id: 'per_1', sessionID: 's' })).toBe(false)
  expect(stale.has('daemon', { id: 'per_1', sessionID: 'u' })).toBe(true)
})

test('fault 63: a turn that asks without end is forgotten, and all that it asked counts', () => {
  const stale = makeStaleRequests(2, 3)
  stale.note('daemon', idle)
  for (const id of ['per_1', 'per_2', 'per_3']) stale.note('daemon', asked(id))
  expect(stale.has('daemon', { id: 'per_0', sessionID: 's' })).toBe(true)
  stale.note('daemon', asked('per_4'))
  for (const id of ['per_0', 'per_1', 'per_4'])
    expect(stale.has('daemon', { id, sessionID: 's' })).toBe(false)
  stale.note('daemon', idle)
  expect(stale.has('daemon', { id: 'per_4', sessionID: 's' })).toBe(true)
})
