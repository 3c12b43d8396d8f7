import fc from 'fast-check'
import { expect, test } from 'vitest'
import { makeRing } from './ring.ts'

test('fault 43: a replay is exactly the frames after the named one, or nothing at all', () => {
  const limits = fc.record({
    frames: fc.integer({ min: 1, max: 150 }),
    bytes: fc.integer({ min: 1, max: 600 }),
  })
  fc.assert(
    fc.property(limits, fc.array(fc.string({ maxLength: 12 }), { maxLength: 400 }), (limits, texts) => {
      const ring = makeRing(limits)
      const kept: string[] = []
      for (const text of texts) {
        ring.push(text)
        kept.push(text)
        while (kept.length > limits.frames || kept.join('').length > limits.bytes) kept.shift()
      }
      expect(ring.seq).toBe(texts.length)
      const gone = texts.length - kept.length
      for (let since = 0; since <= texts.length; since += 1)
        expect(ring.after(since)).toEqual(since < gone ? null : texts.slice(since))
    }),
  )
})

test('the newest number is always known, numbers that never were are not', () => {
  const ring = makeRing({ frames: 2, bytes: 1 })
  expect(ring.after(0)).toEqual([])
  ring.push('too large')
  expect(ring.after(1)).toEqual([])
  for (const since of [0, 2, -1, 0.5, Number.NaN, Number.POSITIVE_INFINITY])
    expect(ring.after(since)).toBeNull()
})
