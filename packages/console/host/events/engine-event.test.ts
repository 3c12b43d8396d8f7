import { expect, test } from 'vitest'
import { parseEngineEvent, type Heard } from './engine-event.ts'

const idle = { type: 'session.idle' as const, properties: { sessionID: 's' } }

test.each<[string, unknown, Heard]>([
  ['with a directory', { directory: '/a', project: 'p', payload: idle }, { directory: '/a', event: idle }],
  ['of no directory', { directory: 'global', payload: idle }, { event: idle }],
  ['of nothing for a directory', { directory: null, payload: idle }, { event: idle }],
  ['of a type that nothing reads', { payload: { type: 'x' } }, 'ignored'],
  ['of a type that every object has', { payload: { type: 'constructor', properties: {} } }, 'ignored'],
  ['without properties', { payload: { type: 'session.idle' } }, 'strange'],
  ['in a directory that is none', { directory: 7, payload: idle }, 'strange'],
  ['its id left out', { payload: { id: 'evt_1', ...idle } }, { event: idle }],
  ['the sync double', { payload: { type: 'sync', syncEvent: {} } }, 'ignored'],
  ['the first frame', { payload: { type: 'server.connected', properties: {} } }, 'heartbeat'],
  ['a heartbeat', { payload: { type: 'server.heartbeat', properties: {} } }, 'heartbeat'],
  ['no payload', {}, 'strange'],
  ['null', null, 'strange'],
  ['a list', [], 'strange'],
])('%s', (_name, frame, heard) => {
  expect(parseEngineEvent(JSON.stringify(frame))).toEqual(heard)
})

test.each([
  ['what is not JSON', '{'],
  ['what is nested deeper than anything', `{"payload":${'['.repeat(100_000)}${']'.repeat(100_000)}}`],
  ['what is nothing but values', `{"payload":[${'0,'.repeat(100_000)}0]}`],
])('fault 62: %s is strange', (_name, data) => {
  expect(parseEngineEvent(data)).toBe('strange')
})

const text = { id: 'p', sessionID: 's', messageID: 'm', type: 'text', text: '' }
test.each([
  ['without its part', {}],
  ['of no part', { part: null }],
  ['of no text', { part: { ...text, text: null } }],
  ['of a type that is no text and cannot be made one', { part: { ...text, type: { toString: null } } }],
  ['of a part that is called like what every object has', { part: { ...text, id: 'constructor' } }],
])('fault 62: message.part.updated %s is strange', (_name, properties) => {
  const payload = { type: 'message.part.updated', properties: { sessionID: 's', ...properties } }
  expect(parseEngineEvent(JSON.stringify({ payload }))).toBe('strange')
})

test('what nobody knows of a thing is not kept, and makes it no stranger', () => {
  const payload = {
    type: 'message.part.updated',
    properties: { sessionID: 's', part: { ...text, more: 1 }, x: 2 },
  }
  const event = { type: 'message.part.updated', properties: { sessionID: 's', part: text } }
  expect(parseEngineEvent(JSON.stringify({ payload }))).toEqual({ event })
})

test('fault 62: a key that would become a prototype is left out, however it is written', () => {
  const metadata = '{"__proto__":{"a":1},"\\u005f_pr\\u006fto__":{"a":1},"b":2}'
  const payload = `{"type":"permission.asked","properties":{"id":"p","sessionID":"s","permission":"bash","patterns":[],"always":[],"metadata":${metadata}}}`
  const heard = parseEngineEvent(`{"payload":${payload}}`)
  expect(heard).toMatchObject({ event: { properties: { metadata: { b: 2 } } } })
  expect(JSON.stringify(heard)).not.toContain('"a"')
})
