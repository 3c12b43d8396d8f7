import { expect, test } from 'vitest'
import type { Match } from './matches.ts'
import { positionText } from './position-text.ts'

const found = (count: number) => Array.from<Match>({ length: count })

test.each([
  ['nothing', 2, '', 0, false, 'none', ''],
  ['a match', 2, 'a', 17, false, 'none', '3 of 17'],
  ['the first match', 0, 'a', 17, false, 'none', '1 of 17'],
  ['many', 2, 'a', 1000, true, 'more', '3 of 1,000+'],
  ['no match', -1, 'a', 0, false, 'none', 'No matches'],
  ['no match yet', -1, 'a', 0, false, 'loading', ''],
  ['no match so far', -1, 'a', 0, false, 'more', 'No matches'],
  ['a match that came later', -1, 'a', 1, false, 'none', '1 match'],
  ['matches that came later', -1, 'a', 4, false, 'none', '4 matches'],
] as const)('of %s it says so', (_, at, query, count, isCut, older, expected) => {
  expect(
    positionText({
      query: () => query,
      matches: () => found(count),
      at: () => at,
      isCut: () => isCut,
      older: () => older,
    }),
  ).toBe(expected)
})
