import { expect, test } from 'vitest'
import { parseEngineEvent, type Heard } from './engine-event.ts'

const idle = { type: 'session.idle', properties: { sessionID: 's' } }

test.each<[string, unknown, Heard]>([
  ['with a directory', { directory: '/a', project: 'p', payload: idle }, { directory: '/a', event: idle }],
  ['of no directory', { directory: 'global', payload: idle }, { event: idle }],
  ['without properties', { payload: { type: 'x' } }, { event: { type: 'x', properties: {} } }],
  ['its id left out', { payload: { id: 'evt_1', ...idle } }, { event: idle }],
  ['the sync double', { payload: { type: 'sync', syncEvent: {} } }, 'ignored'],
  ['the first frame', { payload: { type: 'server.connected', properties: {} } }, 'heartbeat'],
  ['a heartbeat', { payload: { type: 'server.heartbeat', properties: {} } }, 'heartbeat'],
  ['no payload', {}, 'ignored'],
  ['null', null, 'ignored'],
  ['a list', [], 'ignored'],
])('%s', (_name, frame, heard) => {
  expect(parseEngineEvent(JSON.stringify(frame))).toEqual(heard)
})

test('what is not JSON is ignored', () => {
  expect(parseEngineEvent('{')).toBe('ignored')
})
