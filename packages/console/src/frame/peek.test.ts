import { createRoot } from 'solid-js'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createPeek, REST_MS, type Peek } from './peek.ts'

const row = (entry: string, isConnected = true) =>
  ({ dataset: { entry }, isConnected }) as unknown as HTMLElement
const [a, b, terminal] = [row('daemon/a'), row('daemon/b'), row('daemon/pty')]

let peek: Peek
let dispose: () => void
beforeEach(() => {
  vi.useFakeTimers()
  createRoot((end) => {
    dispose = end
    peek = createPeek((name) => !name.endsWith('pty'))
  })
})
afterEach(() => {
  dispose()
  vi.useRealTimers()
})
const shown = () => peek.at()?.name

test('who rests on a row looks into it, who passes by does not', () => {
  peek.rest(a)
  vi.advanceTimersByTime(REST_MS - 1)
  peek.leave()
  vi.advanceTimersByTime(10_000)
  expect(shown()).toBeUndefined()
  peek.rest(a)
  vi.advanceTimersByTime(REST_MS)
  expect(peek.at()).toMatchObject({ name: 'daemon/a', byKey: false })
})

test('the way to the card leaves it open, the way elsewhere closes it', () => {
  peek.rest(a)
  vi.advanceTimersByTime(REST_MS)
  peek.leave()
  peek.rest(undefined)
  vi.advanceTimersByTime(10_000)
  expect(shown()).toBe('daemon/a')
  peek.leave()
  vi.advanceTimersByTime(10_000)
  expect(shown()).toBeUndefined()
})

test('with one open the next row comes sooner', () => {
  peek.rest(a)
  vi.advanceTimersByTime(REST_MS)
  peek.leave()
  peek.rest(b)
  vi.advanceTimersByTime(REST_MS / 2)
  expect(shown()).toBe('daemon/b')
})

test('by key it opens at once, stays whatever the pointer does, and closes by the same key', () => {
  peek.toggle(a)
  expect(peek.at()).toMatchObject({ name: 'daemon/a', byKey: true })
  peek.rest(b)
  peek.leave()
  vi.advanceTimersByTime(10_000)
  expect(shown()).toBe('daemon/a')
  peek.toggle(a)
  expect(shown()).toBeUndefined()
})

test('a card in use stays though the pointer goes elsewhere, and the next one is only looked at again', () => {
  peek.rest(a)
  vi.advanceTimersByTime(REST_MS)
  peek.leave()
  peek.hold()
  vi.advanceTimersByTime(10_000)
  peek.rest(b)
  peek.leave()
  vi.advanceTimersByTime(10_000)
  expect(shown()).toBe('daemon/a')
  peek.close()
  peek.rest(b)
  vi.advanceTimersByTime(REST_MS)
  peek.leave()
  vi.advanceTimersByTime(10_000)
  expect(shown()).toBeUndefined()
})

test('the key takes a card that was only looked at into use', () => {
  peek.rest(a)
  vi.advanceTimersByTime(REST_MS)
  peek.toggle(a)
  expect(peek.at()).toMatchObject({ name: 'daemon/a', byKey: true })
  peek.toggle(a)
  expect(shown()).toBeUndefined()
})

test('a terminal has nothing to look into, and what is gone nothing to stand beside', () => {
  peek.toggle(terminal)
  expect(shown()).toBeUndefined()
  peek.rest(row('daemon/a', false))
  vi.advanceTimersByTime(10_000)
  expect(shown()).toBeUndefined()
})
