import { expect, test } from 'vitest'
import { readSettings, withoutSettings } from './settings.ts'

const env = { KILO_CONSOLE_PORT: '4117', KILO_CONSOLE_CONTROL_TOKEN: 'x'.repeat(32) }

test('what is not said is the local default', () => {
  expect(readSettings(env)).toEqual({
    hostname: '127.0.0.1',
    port: 4117,
    base: '/',
    controlToken: 'x'.repeat(32),
    trustedUsers: [],
    editor: [],
  })
})

test.each(['', '0', '65536', '41.17', 'x', undefined])('port %j is refused', (port) => {
  expect(() => readSettings({ ...env, KILO_CONSOLE_PORT: port })).toThrow('KILO_CONSOLE_PORT')
})

test.each(['', 'short', undefined])('control token %j is refused', (token) => {
  expect(() => readSettings({ ...env, KILO_CONSOLE_CONTROL_TOKEN: token })).toThrow(
    'KILO_CONSOLE_CONTROL_TOKEN',
  )
})

test('the base is where the command wants it', () => {
  expect(readSettings({ ...env, KILO_CONSOLE_BASE: '/kilo/' }).base).toBe('/kilo/')
  expect(() => readSettings({ ...env, KILO_CONSOLE_BASE: '/../' })).toThrow('KILO_CONSOLE_BASE')
})

test('the engine’s shells do not inherit what is the host’s', () => {
  expect(withoutSettings({ ...env, HOME: '/h' })).toEqual({ HOME: '/h' })
})
