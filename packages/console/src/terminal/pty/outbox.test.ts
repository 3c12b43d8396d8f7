import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Outbox } from './outbox.ts'

const FRAME = 64 * 1024

/** A socket that sends `rate` bytes whenever it is looked at. */
function slowSocket(rate: number) {
  const frames: string[] = []
  let waiting = 0
  let most = 0
  const outbox = new Outbox({
    send(frame) {
      frames.push(frame)
      waiting += frame.length
      most = Math.max(most, waiting)
    },
    waiting: () => (waiting = Math.max(0, waiting - rate)),
  })
  return { outbox, frames, most: () => most }
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('fault 73: a paste of 5 MB goes in pieces, and the socket never holds more than 320 KB of it', () => {
  const { outbox, frames, most } = slowSocket(40_000)
  const text = 'x'.repeat(5_000_000)
  outbox.send(text)
  expect(frames.length).toBeLessThan(20)
  vi.runAllTimers()
  expect(frames.join('')).toBe(text)
  expect(most()).toBeLessThanOrEqual(320 * 1024)
})

test('what is typed during a paste comes after it', () => {
  const { outbox, frames } = slowSocket(10_000)
  outbox.send('x'.repeat(10 * FRAME))
  outbox.send('ls')
  vi.runAllTimers()
  expect(frames.join('').endsWith('xls')).toBe(true)
})

test.each([
  ['a bracketed one', '\u001B[200~', '\u001B[201~', '\u001B[201~\u0003'],
  ['a plain one', '', '', '\u0003'],
])('Ctrl-C ends a paste at once, %s', (_, open, close, end) => {
  const { outbox, frames } = slowSocket(10_000)
  outbox.send(`${open}${'x'.repeat(40 * FRAME)}${close}`)
  const before = frames.length
  outbox.send('\u0003')
  vi.runAllTimers()
  expect(frames.slice(before)).toEqual([end])
})

test('no character is cut in two', () => {
  const { outbox, frames } = slowSocket(1e9)
  const text = `x${'🎉'.repeat(FRAME)}`
  outbox.send(text)
  expect(frames.length).toBeGreaterThan(1)
  // Encoded as a socket does it: half a pair would be U+FFFD.
  expect(frames.map((frame) => new TextDecoder().decode(new TextEncoder().encode(frame))).join('')).toBe(text)
  expect(frames.join('')).toBe(text)
})

test('what is left at the end of a connection is dropped, and told', () => {
  const { outbox, frames } = slowSocket(0)
  outbox.send('x'.repeat(40 * FRAME))
  const before = frames.length
  expect(outbox.clear()).toBe(true)
  vi.runAllTimers()
  expect(frames).toHaveLength(before)
  expect(outbox.clear()).toBe(false)
})
