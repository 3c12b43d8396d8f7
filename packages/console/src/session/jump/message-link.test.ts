import { expect, test } from 'vitest'
import { linkToMessage, messageIn } from './message-link.ts'

test.each([
  ['#msg_0a1B-c_d', 'msg_0a1B-c_d'],
  ['', undefined],
  ['#', undefined],
  ['#msg_', undefined],
  ['#file=a.ts', undefined],
  ['#ticket=msg_1', undefined],
  ['#msg_1"]', undefined],
  [`#msg_${'x'.repeat(200)}`, undefined],
])('the hash %j names %j', (hash, expected) => {
  expect(messageIn(hash)).toBe(expected)
})

test('a link to a message is the session’s address and its id, whatever else is there now', () => {
  const page = 'http://127.0.0.1:4117/base/servers/daemon/sessions/ses_1'
  const link = linkToMessage(`${page}?screenReader=1#msg_2`, 'msg_1')
  expect(link).toBe(`${page}#msg_1`)
  expect(messageIn(new URL(link).hash)).toBe('msg_1')
})
