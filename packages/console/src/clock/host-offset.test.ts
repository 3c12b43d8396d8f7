import fc from 'fast-check'
import { expect, test } from 'vitest'
import { makeHostOffset } from './host-offset.ts'

/** What is made of messages `[sent, delay]`, each sent at a time of the local clock and heard `delay` later; the host is `ahead`. */
const offsetAfter = (ahead: number, messages: readonly (readonly [sent: number, delay: number])[]) => {
  const offset = makeHostOffset()
  for (const [sent, delay] of messages) offset.heard(sent + ahead, sent + delay)
  return offset.value()
}

test('nothing is known before the host was heard', () => {
  expect(makeHostOffset().value()).toBeUndefined()
})

test('fault 72: whatever the delays, the host’s clock is known as well as by the quickest message', () => {
  const delays = fc.array(fc.integer({ min: 0, max: 5000 }), { minLength: 1, maxLength: 40 })
  fc.assert(
    // All within the time in which a slow message is not yet taken for a clock that was set.
    fc.property(fc.integer({ min: -1e9, max: 1e9 }), delays, (ahead, delays) => {
      const messages = delays.map((delay, index) => [index * 300, delay] as const)
      expect(offsetAfter(ahead, messages)).toBe(ahead - Math.min(...delays))
    }),
  )
})

test('fault 72: a clock that is set forward counts from the next message on, one set back after 20 s', () => {
  const offset = makeHostOffset()
  const beats = (ahead: number, from: number, count: number) =>
    Array.from({ length: count }, (_, index) => {
      const sent = from + index * 10_000
      offset.heard(sent + ahead, sent + 2)
      return offset.value()
    })
  expect(beats(300_000, 0, 2)).toEqual([299_998, 299_998])
  expect(beats(600_000, 20_000, 1)).toEqual([599_998])
  expect(beats(-300_000, 30_000, 4)).toEqual([599_998, 599_998, -300_002, -300_002])
})

test('messages that waited in a frozen tab, all heard at once, set nothing back', () => {
  const waited = Array.from({ length: 30 }, (_, index) => [index * 10_000, 300_000 - index * 10_000] as const)
  expect(offsetAfter(1000, [[0, 1], ...waited])).toBe(999)
})

test('a clock that runs a little slower is followed', () => {
  const offset = makeHostOffset()
  // 100 ppm: 0.36 s an hour.
  for (let at = 0; at <= 3_600_000; at += 10_000) offset.heard(5000 + at * (1 - 1e-4), at)
  expect(offset.value()).toBeGreaterThan(5000 - 360 - 5)
  expect(offset.value()).toBeLessThan(5000 - 350)
})
