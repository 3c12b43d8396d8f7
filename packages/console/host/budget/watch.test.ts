import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Budget } from '../../shared/budget.ts'
import type { Spending } from './exhausted.ts'
import { makeBudgetWatch, type BudgetWatch } from './watch.ts'

let watch: BudgetWatch
let budget: Budget
let cost: number
beforeEach(() => void vi.useFakeTimers({ now: new Date(2026, 10, 26, 18) }))
afterEach(() => {
  watch.dispose()
  vi.useRealTimers()
})

function begin(stop = vi.fn(() => Promise.resolve())) {
  const since = Date.now()
  const roster = (): Spending =>
    ({
      complete: true,
      gone: {},
      sessions: { a: { id: 'a', cost, directory: '/w', time: { created: since, updated: since } } },
      activity: { a: { type: 'busy' } },
      busySince: { a: since },
    }) as unknown as Spending
  watch = makeBudgetWatch({ budget: () => budget, rosters: () => [['daemon', roster()]], stop })
  return stop
}
const happen = async () => {
  watch.note()
  await vi.advanceTimersByTimeAsync(1000)
}

it('stops what has used up its budget, when that happens', async () => {
  budget = { session: 5, stops: true }
  cost = 1
  const stop = begin()
  await happen()
  expect(stop).not.toHaveBeenCalled()
  cost = 5
  await happen()
  expect(stop).toHaveBeenCalledExactlyOnceWith({ server: 'daemon', sessionId: 'a', directory: '/w' })
})

it('stops nothing where a warning is all that was asked for', async () => {
  budget = { session: 5 }
  cost = 9
  const stop = begin()
  await happen()
  watch.changed(budget)
  await vi.advanceTimersByTimeAsync(1000)
  expect(stop).not.toHaveBeenCalled()
})

it('what was above it when the host began goes on whatever else changes; a lower limit counts at once', async () => {
  budget = { session: 5, stops: true }
  cost = 9
  const stop = begin()
  await happen()
  await happen()
  expect(stop).not.toHaveBeenCalled()
  budget = { session: 5, day: 100, stops: true }
  watch.changed({ session: 5, stops: true })
  await vi.advanceTimersByTimeAsync(1000)
  expect(stop).not.toHaveBeenCalled()
  budget = { session: 4, stops: true }
  watch.changed({ session: 5, day: 100, stops: true })
  await vi.advanceTimersByTimeAsync(1000)
  expect(stop).toHaveBeenCalledOnce()
})

it('many events are one look; an engine that fails is asked again at the next one, and not twice at once', async () => {
  budget = { session: 5, stops: true }
  cost = 1
  let fail: (error: Error) => void = () => undefined
  const stop = begin(vi.fn(() => new Promise<void>((_, reject) => (fail = reject))))
  await happen()
  cost = 5
  for (let count = 0; count < 100; count += 1) watch.note()
  await vi.advanceTimersByTimeAsync(1000)
  await happen()
  expect(stop).toHaveBeenCalledTimes(1)
  fail(new Error('gone'))
  await happen()
  expect(stop).toHaveBeenCalledTimes(2)
})
