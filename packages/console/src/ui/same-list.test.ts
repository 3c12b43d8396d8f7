import { expect, test } from 'vitest'
import { sameList } from './same-list.ts'

test.each([
  ['nothing', [], [], true],
  ['the same', ['a', 'b'], ['a', 'b'], true],
  ['another order', ['a', 'b'], ['b', 'a'], false],
  ['one more', ['a'], ['a', 'b'], false],
  ['one fewer', ['a', 'b'], ['a'], false],
  ['another one', ['a'], ['b'], false],
])('%s', (_, before, after, same) => {
  expect(sameList(before, after)).toBe(same)
})
