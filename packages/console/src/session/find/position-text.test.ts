import { expect, test } from 'vitest'
import type { Match } from './matches.ts'
import { positionText } from './position-text.ts'

const found = (count: number) => Array.from<Match>({ length: count })

test.each([
  ['nothing', '', 0, false, 'none', ''],
  ['a match', 'a', 17, false, 'none', '3 of 17'],
  ['many', 'a', 1000, true, 'more', '3 of 1,000+'],
  ['no match', 'a', 0, false, 'none', 'No matches'],
  ['no match yet', 'a', 0, false, 'loading', ''],
  ['no match so far', 'a', 0, false, 'more', 'No matches'],
] as const)('of %s it says so', (_, query, count, isCut, older, expected) => {
  expect(
    positionText({
      query: () => query,
      matches: () => found(count),
      at: () => 2,
      isCut: () => isCut,
      older: () => older,
    }),
  ).toBe(expected)
})
