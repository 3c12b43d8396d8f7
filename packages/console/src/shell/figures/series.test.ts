import { describe, expect, it } from 'vitest'
import { ceilingOf, sayValues, toPoints } from './series.ts'

const sample = (at: number) => ({ at: at * 1000, rssBytes: at, cpuPercent: 0 })

describe('the line', () => {
  it.each([
    ['nothing', [], [[], []]],
    [
      'in a row',
      [0, 5, 10],
      [
        [0, 5, 10],
        [0, 5, 10],
      ],
    ],
    [
      'one that was late',
      [0, 12],
      [
        [0, 12],
        [0, 12],
      ],
    ],
    [
      'a restart',
      [0, 20],
      [
        [0, 5, 20],
        [0, null, 20],
      ],
    ],
  ])('%s', (_, seconds, points) =>
    expect(toPoints(seconds.map(sample), 5000, ({ rssBytes }) => rssBytes)).toEqual(points),
  )
})

it.each([
  [[], 'nothing yet'],
  [[3], '3%, steady'],
  [[1, 9, 4], '4% now, 1% to 9%'],
])('%j is said as %j', (values, text) => expect(sayValues(values, (value) => `${value}%`)).toBe(text))

it.each([
  [0, 10, undefined, 10],
  [100, 10, undefined, 115],
  [100, 10, 1000, 115],
  [600, 10, 1000, 1100],
  [2000, 10, 1000, 2300],
])('up to %d, at least %d, limit %s: the scale ends at %d', (most, floor, limit, ceiling) =>
  expect(ceilingOf(most, floor, limit)).toBeCloseTo(ceiling),
)
