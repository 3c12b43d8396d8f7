import { expect, test } from 'vitest'
import { passageOf } from './passed-body.ts'

const knowing = { isEmpty: false }
const json = 'application/json'
const answer = (type: string | undefined, statusCode = 200) => ({
  statusCode,
  headers: type === undefined ? {} : { 'content-type': type },
})
const asked = (route: string, method = 'GET') => ({ method, route, directory: undefined })

test.each([
  ['configuration', '/config', answer(json), 'config'],
  ['configuration of an engine that names no type', '/config', answer(undefined), 'config'],
  ['an engine’s own page in its place', '/config', answer('text/html'), 'masked'],
  ['a fault of any route', '/session/s', answer(json, 404), 'fault'],
  ['a fault in plain text', '/session/s', answer('text/plain', 500), 'masked'],
  ['warnings, which are faults of files', '/config/warnings', answer(json), 'fault'],
  ['messages', '/session/s/message', answer(json), 'masked'],
  ['events', '/global/event', answer('text/event-stream'), 'masked'],
  ['a picture', '/api/fs/read/a.png', answer('image/png'), 'plain'],
  ['nothing', '/session/s/prompt_async', answer(json, 204), 'plain'],
])('%s', (_, route, said, passage) => expect(passageOf(asked(route), said, knowing)).toBe(passage))

test('a head has nothing to hide', () => {
  expect(passageOf(asked('/config', 'HEAD'), answer(json), knowing)).toBe('plain')
})

test('where nothing is known only configuration and faults are read', () => {
  const of = (route: string, status = 200) => passageOf(asked(route), answer(json, status), { isEmpty: true })
  expect([of('/config'), of('/session/s', 400), of('/session/s')]).toEqual(['config', 'fault', 'plain'])
  expect(passageOf(asked('/config'), answer(json), undefined)).toBe('plain')
})
