import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pauseBefore } from './pace.ts'

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
