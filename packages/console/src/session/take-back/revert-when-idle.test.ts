import { expect, test, vi } from 'vitest'
import { revertWhenIdle, type Revert } from './revert-when-idle.ts'

function setUp(more: Partial<Revert> = {}) {
  const steps = {
    stop: vi.fn(() => Promise.resolve()),
    untilIdle: vi.fn(() => Promise.resolve(true)),
    revert: vi.fn(() => Promise.resolve()),
  }
  return {
    steps,
    done: () => revertWhenIdle({ isBusy: () => true, isWanted: () => true, ...steps, ...more }),
  }
}

test('what runs is stopped, then it is taken back', async () => {
  const { steps, done } = setUp()
  expect(await done()).toBe(true)
  const order = [steps.stop, steps.untilIdle, steps.revert].map((step) => step.mock.invocationCallOrder[0])
  expect(order).toEqual(order.toSorted((a = 0, b = 0) => a - b))
  expect(steps.revert).toHaveBeenCalledTimes(1)
})

test('an idle session is not stopped', async () => {
  const { steps, done } = setUp({ isBusy: () => false })
  expect(await done()).toBe(true)
  expect(steps.stop).not.toHaveBeenCalled()
  expect(steps.revert).toHaveBeenCalledTimes(1)
})

test('whoever cancels while it stops has nothing taken back', async () => {
  let isWanted = true
  const untilIdle = () => {
    isWanted = false
    return Promise.resolve(true)
  }
  const { steps, done } = setUp({ untilIdle, isWanted: () => isWanted })
  expect(await done()).toBe(false)
  expect(steps.revert).not.toHaveBeenCalled()
})

test('what does not stop is not taken back', async () => {
  const { steps, done } = setUp({ untilIdle: () => Promise.resolve(false) })
  await expect(done()).rejects.toThrow('has not stopped')
  expect(steps.revert).not.toHaveBeenCalled()
})
