import { expect, test } from 'vitest'
import { sampleServer } from '../../shared/sample-server.ts'
import type { ServerView } from './daemon-control.ts'
import { makeLately } from './lately.ts'

const view = (id: string, health: 'healthy' | 'locked' = 'healthy'): ServerView => ({
  info: sampleServer({ id, health }),
  target: { url: '', owner: {} },
})

test('fault 22: another engine is as it last answered well, for 8 s', () => {
  let now = 0
  const lately = makeLately(() => now)
  const first = view('port-4100')
  lately.note([first, view('port-4101', 'locked')])
  expect([lately.of('port-4100'), lately.of('port-4101')]).toEqual([first, undefined])
  now = 8000
  // It is found again because it is remembered: that is no answer.
  lately.note([first])
  expect(lately.of('port-4100')).toBe(first)
  now = 8001
  expect(lately.of('port-4100')).toBeUndefined()
  lately.note([view('port-4100')])
  now = 16_001
  expect(lately.of('port-4100')).toBeDefined()
  lately.note([])
  expect(lately.of('port-4100')).toBeUndefined()
})
