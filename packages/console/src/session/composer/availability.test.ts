import { expect, test } from 'vitest'
import type { ServerInfo } from '../../../shared/api.ts'
import { followUpText, unavailableText } from './availability.ts'

const server = (id: string, health: string) => ({ id, health, port: 4101 }) as ServerInfo

test.each([
  ['connected', server('daemon', 'healthy'), null],
  ['connected', server('daemon', 'offline'), /^Daemon is not running: start it/],
  ['connected', server('port-4101', 'offline'), /^The server on port 4101 is not running/],
  ['connected', server('port-4101', 'locked'), /password/],
  ['connected', server('daemon', 'starting'), /starting/],
  ['connected', server('daemon', 'unhealthy'), /does not answer/],
  ['connected', undefined, /^Looking/],
  ['connecting', undefined, /^Connecting/],
  ['reconnecting', server('daemon', 'healthy'), /kept/],
  ['offline', server('daemon', 'healthy'), /host/],
  ['logged-out', server('daemon', 'healthy'), /kilo console/],
] as const)('%s %j', (link, info, expected) => {
  const text = unavailableText(link, info)
  if (expected === null) expect(text).toBeNull()
  else expect(text).toMatch(expected)
})

test('fault 67: before it is sent, a prompt says what it deletes', () => {
  expect(followUpText(false, 3)).toBe('Sending deletes 3 reverted messages')
  expect(followUpText(false, 1)).toBe('Sending deletes 1 reverted message')
})

test('what is written while Kilo works waits for the turn to end', () => {
  expect([followUpText(false), followUpText(true)]).toEqual([
    '',
    'Queued when sent: runs as a turn of its own',
  ])
})

test('fault 71: nothing is sent into a folder that is gone', () =>
  expect(
    unavailableText('connected', server('daemon', 'healthy'), { code: 'folder-missing', message: '' }),
  ).toMatch(/No folder.*kept/))
