import { expect, test } from 'vitest'
import { withoutHidden } from './without-hidden.ts'

const all = ['a', 'b', 'c']
const self = (name: string) => name

test('what is hidden is left out, but for what is chosen', () => {
  expect(withoutHidden(all, self, ['a', 'c', 'gone'], undefined)).toEqual(['b'])
  expect(withoutHidden(all, self, ['a', 'c'], 'c')).toEqual(['b', 'c'])
})

test('where nothing is hidden the list stays the same one', () => {
  expect(withoutHidden(all, self, [], 'a')).toBe(all)
})
