import { expect, test } from 'vitest'
import { spentWords } from './spent.ts'

const tokens = { input: 1000, output: 200, reasoning: 30, cache: { read: 4, write: 5 } }

test.each([
  ['not known', undefined, ''],
  ['nothing yet', {}, ''],
  ['tokens of every kind', { tokens }, '1.2k tokens'],
  ['a price', { cost: 0.0421 }, '$0.04'],
  ['both', { cost: 0.0021, tokens }, '1.2k tokens · $0.0021'],
])('%s', (_, session, expected) => {
  expect(spentWords(session)).toBe(expected)
})
