import fc from 'fast-check'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { makePace, pauseBefore } from './pace.ts'

beforeEach(() => {
  vi.useFakeTimers()
  vi.spyOn(Math, 'random').mockReturnValue(1)
})
afterEach(() => void vi.useRealTimers())

test('the first try after a loss is at once', () => {
  expect(pauseBefore(0, 0.99)).toBe(0)
})

test('no pause is longer than five seconds, and none after the first is shorter than an eighth of one', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 200 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (failures, chance) => {
        const pause = pauseBefore(failures, chance)
        expect(pause).toBeGreaterThanOrEqual(125)
        expect(pause).toBeLessThanOrEqual(5_000)
      },
    ),
  )
})

/** The pauses before each try when each fails. */
function pausesOf(tries: number, patient: boolean): number[] {
  const pauses: number[] = []
  let at = Date.now()
  const pace = makePace(
    () => {
      pauses.push(Date.now() - at)
      at = Date.now()
      if (pauses.length < tries) pace.later()
    },
    { patient },
  )
  pace.later()
  vi.runAllTimers()
  return pauses
}

test('pauses double', () => {
  expect(pausesOf(8, false)).toEqual([0, 250, 500, 1000, 2000, 4000, 5000, 5000])
  expect(pausesOf(3, true)).toEqual([250, 500, 1000])
})

function waiting() {
  const run = vi.fn<() => void>()
  const pace = makePace(run, { patient: true })
  pace.later()
  return { run, pace }
}

test('who went well begins anew', () => {
  const { run, pace } = waiting()
  vi.runAllTimers()
  pace.later()
  expect(pace.failures()).toBe(2)
  pace.reset()
  expect(pace.failures()).toBe(0)
  pace.later()
  vi.advanceTimersByTime(250)
  expect(run).toHaveBeenCalledTimes(2)
})

test('what waits is run at once when it is hurried, and not a second time', () => {
  const { run, pace } = waiting()
  pace.hurry()
  expect(run).toHaveBeenCalledOnce()
  vi.runAllTimers()
  pace.hurry()
  expect(run).toHaveBeenCalledOnce()
  pace.now()
  expect(run).toHaveBeenCalledTimes(2)
})

test('of several that are due later one comes', () => {
  const { run, pace } = waiting()
  pace.later()
  vi.runAllTimers()
  expect(run).toHaveBeenCalledOnce()
})

test('nothing is run after the end', () => {
  const { run, pace } = waiting()
  pace.dispose()
  vi.runAllTimers()
  pace.hurry()
  expect(run).not.toHaveBeenCalled()
})
