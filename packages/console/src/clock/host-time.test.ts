import { expect, test, vi } from 'vitest'
import { hearHostTime, hostNow, onHostTimeCorrected } from './host-time.ts'

test('fault 72: the host’s clock counts, whatever the browser’s is and is set to', () => {
  vi.useFakeTimers()
  const start = Date.now()
  const corrected = vi.fn<() => void>()
  onHostTimeCorrected(corrected)
  expect(hostNow()).toBe(start)

  hearHostTime(start - 300_000)
  expect(hostNow()).toBe(start - 300_000)
  expect(corrected).toHaveBeenCalledTimes(1)

  vi.advanceTimersByTime(10_000)
  hearHostTime(start - 290_001)
  expect(hostNow()).toBe(start - 290_000)
  expect(corrected).toHaveBeenCalledTimes(1)

  vi.setSystemTime(start + 86_400_000)
  expect(hostNow()).toBe(start - 290_000)
  vi.useRealTimers()
})
