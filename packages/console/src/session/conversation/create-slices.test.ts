import { createRoot, createSignal } from 'solid-js'
import { beforeEach, expect, test, vi } from 'vitest'
import { createSlices, type Slices } from './create-slices.ts'

const idle: (() => void)[] = []
vi.mock('../../ui/when-idle.ts', () => ({
  whenIdle: (run: () => void) => {
    idle.push(run)
    return () => void idle.splice(idle.indexOf(run), 1)
  },
}))
beforeEach(() => void idle.splice(0))

const numbers = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => from + at)

/** `costs`: milliseconds that each more takes. `full`: when that many are shown, more would be out of sight. */
function setUp(first: number[], { costs = 3, full = Infinity } = {}) {
  const [list, setList] = createSignal(first)
  let time = 0
  const slices: Slices<number> = createRoot(() =>
    createSlices({ list, isFull: () => slices.shown().length >= full, now: () => (time += costs) }),
  )
  return { ...slices, setList }
}

test('the newest are shown first, the others as the page is idle, for a few milliseconds each time', () => {
  const { shown, whole } = setUp(numbers(1, 7))
  expect(shown()).toEqual([4, 5, 6, 7])
  expect(whole()).toBe(false)
  idle[0]?.()
  expect(shown()).toEqual(numbers(2, 7))
  expect([whole(), idle.length]).toEqual([false, 1])
  idle[0]?.()
  expect(shown()).toEqual(numbers(1, 7))
  expect(whole()).toBe(true)
  expect(idle).toEqual([])
})

test('one that takes longer than a slice is alone in it', () => {
  const { shown } = setUp(numbers(1, 10), { costs: 100 })
  idle[0]?.()
  expect(shown()).toEqual(numbers(6, 10))
  idle[0]?.()
  expect(shown()).toEqual(numbers(5, 10))
})

test('what would be out of sight comes at once, and is told from what is seen', () => {
  const { shown, whole, isRest, setList } = setUp(numbers(1, 10), { full: 6 })
  idle[0]?.()
  expect([shown(), numbers(1, 10).filter(isRest)]).toEqual([numbers(5, 10), []])
  idle[0]?.()
  expect([shown(), whole(), idle]).toEqual([numbers(1, 10), true, []])
  setList(numbers(0, 11))
  expect(numbers(0, 11).filter(isRest)).toEqual([1, 2, 3, 4])
})

test('a message that comes meanwhile is shown at once', () => {
  const { shown, setList } = setUp(numbers(1, 10))
  setList(numbers(1, 11))
  expect(shown()).toEqual([8, 9, 10, 11])
})

test('what comes when all was shown is shown at once, however much it is', () => {
  const { shown, whole, setList } = setUp(numbers(21, 23))
  expect(whole()).toBe(true)
  setList(numbers(1, 23))
  expect(shown()).toEqual(numbers(1, 23))
  expect(idle).toEqual([])
})

test('an empty list is not whole: its first messages come in slices too', () => {
  const { shown, whole, setList } = setUp([])
  expect(whole()).toBe(false)
  setList(numbers(1, 10))
  expect(shown()).toEqual([7, 8, 9, 10])
})
