import fc from 'fast-check'
import { expect, test } from 'vitest'
import { makeAllowance } from './allowance.ts'

test('what is saved goes at once, what is more is waited for', () => {
  let now = 0
  const spend = makeAllowance({ most: 1000, perSecond: 100 }, () => now)
  expect([spend(900), spend(100), spend(50)]).toEqual([0, 0, 500])
  now += 500
  expect(spend(0)).toBe(0)
  now += 3_600_000
  expect([spend(1000), spend(10)]).toEqual([0, 100])
})

test('fault 63: who waits as told gets no more than the rate, whatever the sizes', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(5000)), (costs) => {
      let now = 0
      let spent = 0
      const spend = makeAllowance({ most: 1000, perSecond: 100 }, () => now)
      for (const cost of costs) {
        expect(spent).toBeLessThanOrEqual(1000 + (now / 1000) * 100 + 0.001)
        now += spend(cost)
        spent += cost
      }
    }),
  )
})

test('without another clock it is the machine’s', () => {
  const spend = makeAllowance({ most: 10, perSecond: 1 })
  expect(spend(10)).toBe(0)
  expect(spend(10)).toBeGreaterThan(9000)
})
