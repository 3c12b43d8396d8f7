import { expect, test } from 'vitest'
import type { ServerInfo } from '../../../../shared/api.ts'
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

test.each([
  [false, 0, true, ''],
  [true, 0, false, ''],
  [true, 0, true, 'Queued when sent: Kilo reads it after this step'],
  [true, 1, false, '1 queued: Kilo reads it after this step'],
  [true, 2, true, '2 queued: Kilo reads them after this step'],
])('busy %s with %i in the queue, writing %s', (busy, queued, writing, expected) => {
  expect(followUpText(busy, queued, writing)).toBe(expected)
})
