import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Change } from './roster-changes.ts'

const told: string[] = []
/** As browsers do: what takes the place of another one is silent, unless it asks to be told. */
class Shown extends EventTarget {
  static permission = 'granted'
  static tags = new Set<string>()
  constructor(title: string, { tag, renotify }: { tag: string; renotify?: boolean }) {
    super()
    if (renotify || !Shown.tags.has(tag)) told.push(title)
    Shown.tags.add(tag)
  }
}

beforeEach(() => {
  vi.useFakeTimers()
  const lock = { request: (_: string, __: object, act: (lock: object) => unknown) => act({}) }
  vi.stubGlobal('localStorage', { getItem: () => JSON.stringify({ needsYou: true }) })
  vi.stubGlobal('navigator', { locks: lock })
  vi.stubGlobal('window', { Notification: Shown })
  vi.stubGlobal('Notification', Shown)
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test('each time that a session needs somebody is told, though it takes the place of the one before', async () => {
  const { notify } = await import('./notifier.ts')
  const change = (text: string): Change => ({ kind: 'needs-you', key: 'daemon/a', text })
  for (const text of ['first', 'second']) {
    notify([change(text)], {}, () => undefined)
    await vi.advanceTimersByTimeAsync(500)
  }
  expect(told).toEqual(['first', 'second'])
  await vi.advanceTimersByTimeAsync(3000)
})
