import { expect, test } from 'vitest'
import { halvesOf, keyOf } from './halves.ts'
import { newSecret } from './secret.ts'

const cookie = newSecret()

test('fault 58: over HTTP the key stands in its header, over a WebSocket in its subprotocol, and nowhere else', () => {
  const headers = { 'x-kilo-key': 'of the header', 'sec-websocket-protocol': 'other, kilo-key.of-the-socket' }
  expect([keyOf(headers, 'http'), keyOf(headers, 'socket')]).toEqual(['of the header', 'of-the-socket'])
  expect(keyOf({ 'sec-websocket-protocol': 'kilo-key.a' }, 'http')).toBe('')
  expect(keyOf({ 'x-kilo-key': 'a' }, 'socket')).toBe('')
})

test('a doubled key is none, and a long one costs no more than a short one', () => {
  expect(keyOf({ 'x-kilo-key': ['a', 'b'] }, 'http')).toBe('')
  expect(keyOf({ 'sec-websocket-protocol': 'kilo-key.a, kilo-key.b' }, 'socket')).toBe('')
  expect(keyOf({ 'x-kilo-key': 'a'.repeat(1000) }, 'http')).toBe('a'.repeat(128))
})

test('both halves are read from one request', () => {
  const headers = { cookie: `kilo_console_1=${cookie}`, 'x-kilo-key': 'key' }
  expect(halvesOf(headers, 'kilo_console_1', 'http')).toEqual({ cookies: [cookie], key: 'key' })
  expect(halvesOf(headers, 'kilo_console_2', 'socket')).toEqual({ cookies: [], key: '' })
})
