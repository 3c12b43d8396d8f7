import { expect, test } from 'vitest'
import { cutLine } from './cut-line.ts'

test.each([
  [10, 0, { shown: 10, next: 0, left: 0 }],
  [1000, 0, { shown: 1000, next: 0, left: 0 }],
  [160_000, 0, { shown: 1000, next: 159_000, left: 159_000 }],
  [160_000, 1, { shown: 160_000, next: 0, left: 0 }],
  [5_000_000, 1, { shown: 201_000, next: 200_000, left: 4_799_000 }],
])('fault 74: of a line of %i characters after %i portions', (length, portions, expected) => {
  const { text, next, left } = cutLine('x'.repeat(length), portions)
  expect({ shown: text.length, next, left }).toEqual(expected)
})
