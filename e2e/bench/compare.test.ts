import { expect, test } from 'vitest'
import { compare, median, percentile } from './compare.ts'

test.each([
  [[3], 3],
  [[9, 1, 4], 4],
  [[4, 1, 2, 100], 3],
])('the median of %j is %d', (values, expected) => {
  expect(median(values)).toBe(expected)
})

test('both sides run a few at a time', async () => {
  const order: string[] = []
  const note = (who: string, ms: number) => ({ time: async () => order.push(who) && ms })
  const figures = { what: 'x', oursMs: 2, engineMs: 100, ratio: 50 }
  expect(await compare('x', 3, note('ours', 2), note('engine', 100))).toEqual(figures)
  expect(order).toEqual(['ours', 'engine', 'ours', 'engine', 'ours', 'engine'])
})

test.each([
  [50, 50],
  [99, 99],
  [100, 100],
  [0, 1],
])('percentile %d of 1 to 100 is %d', (percent, value) => {
  expect(
    percentile(
      Array.from({ length: 100 }, (_, index) => 100 - index),
      percent,
    ),
  ).toBe(value)
})
