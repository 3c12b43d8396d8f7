import { expect, test } from 'vitest'
import { KEY_HEADER, keyOfProtocol, keyProtocol, keyProtocolIn } from './login.ts'

test.each([
  [undefined, undefined],
  ['', undefined],
  ['chat', undefined],
  ['kilo-key.a', 'a'],
  ['chat, kilo-key.a', 'a'],
  ['kilo-key.a,chat', 'a'],
  ['kilo-key.', ''],
  ['kilo-key.a, kilo-key.b', undefined],
  ['KILO-KEY.a', undefined],
])('the subprotocols %j hold the key %j', (offered, key) => {
  expect(keyOfProtocol(keyProtocolIn(offered))).toBe(key)
})

test('what is offered is read', () => {
  expect(keyOfProtocol(keyProtocolIn(keyProtocol('a-b_c')))).toBe('a-b_c')
})

test('a header of our own, which no other site may send unasked', () =>
  expect(KEY_HEADER).toMatch(/^x-[a-z-]+$/))
