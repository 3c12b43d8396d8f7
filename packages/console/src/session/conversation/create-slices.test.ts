import { createRoot, createSignal } from 'solid-js'
import { beforeEach, expect, test, vi } from 'vitest'
import { createSlices } from './create-slices.ts'

const idle: (() => void)[] = []
vi.mock('../../ui/when-idle.ts', () => ({
  whenIdle: (run: () => void) => {
    idle.push(run)
    return () => void idle.splice(idle.indexOf(run), 1)
  },
}))
beforeEach(() => void idle.splice(0))

const numbers = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => from + at)

function setUp(first: number[]) {
  const [list, setList] = createSignal(first)
  const slices = createRoot(() => createSlices(list))
  return { ...slices, setList }
}

test('the newest are shown first, the others as the page is idle', () => {
  const { shown, whole } = setUp(numbers(1, 10))
  expect(shown()).toEqual([7, 8, 9, 10])
  expect(whole()).toBe(false)
  idle[0]?.()
  expect(shown()).toEqual(numbers(3, 10))
  idle[0]?.()
  expect(shown()).toEqual(numbers(1, 10))
  expect(whole()).toBe(true)
  expect(idle).toEqual([])
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
