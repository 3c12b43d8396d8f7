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
  expect(vi.getTimerCount()).toBe(1)
  vi.runAllTimers()
  expect(frames.join('')).toBe(`${'x'.repeat(10 * FRAME)}ls`)
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

test('after that it is as it was at the beginning: nobody is waited for', () => {
  const { outbox, frames } = slowSocket(0)
  outbox.send('x'.repeat(40 * FRAME))
  outbox.clear()
  expect(vi.getTimerCount()).toBe(0)
  const waiting = vi.fn(() => 0)
  const other = new Outbox({ send: (frame) => frames.push(frame), waiting })
  waiting.mockReturnValue(1e9)
  other.send('lost')
  other.clear()
  waiting.mockReturnValue(0)
  other.send('ls')
  expect(frames.at(-1)).toBe('ls')
})

test.each([
  [256 * 1024, 0],
  [256 * 1024 - 1, 1],
])('with %i bytes in the socket %i frames follow', (waiting, count) => {
  const send = vi.fn()
  new Outbox({ send, waiting: () => waiting }).send('ls')
  expect(send).toHaveBeenCalledTimes(count)
})

test.each([
  ['the first of all pairs', '\u{10000}', FRAME - 1],
  ['the last of all pairs', '\u{10FFFF}', FRAME - 1],
  ['the letter before all pairs', '\uD7FF', FRAME],
  ['the letter after them', '\uE000', FRAME],
])('a frame ends before a pair that it would cut: %s', (_, character, end) => {
  const { outbox, frames } = slowSocket(1e9)
  outbox.send(`${'x'.repeat(FRAME - 1)}${character}y`)
  expect(frames.map((frame) => frame.length)).toEqual([end, FRAME + character.length - end])
})

test('a pair at the very end of a frame stays there', () => {
  const { outbox, frames } = slowSocket(1e9)
  outbox.send(`${'x'.repeat(FRAME - 2)}\u{10FFFF}y`)
  expect(frames.map((frame) => frame.length)).toEqual([FRAME, 1])
})

test('Ctrl-C during a paste whose end was sent is only itself', () => {
  const { outbox, frames } = slowSocket(1e9)
  outbox.send('\u001B[201~')
  outbox.send('\u0003')
  expect(frames).toEqual(['\u001B[201~', '\u0003'])
})
