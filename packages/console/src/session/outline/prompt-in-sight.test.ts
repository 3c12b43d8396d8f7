import { expect, test } from 'vitest'
import { promptInSight } from './prompt-in-sight.ts'

/** Rows at these distances from the upper edge. */
const at = (...tops: number[]) =>
  ({
    getBoundingClientRect: () => ({ top: 50 }),
    querySelectorAll: () =>
      tops.map((top, index) => ({
        dataset: { message: `${index}` },
        getBoundingClientRect: () => ({ top: top + 50 }),
      })),
  }) as unknown as HTMLElement

test.each<[number[], string | undefined]>([
  [[-900, -500, -100, 300], '2'],
  [[10, 300], '0'],
  [[200, 300], '0'],
  [[-900, -500], '0'],
  [[], undefined],
])('with rows at %j the prompt in sight is %s', (tops, expected) => {
  expect(promptInSight(at(...tops), new Set(['0', '2']))).toBe(expected)
})
