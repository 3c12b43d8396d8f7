import { expect, test } from 'vitest'
import { makeFolding } from './folding.ts'
import type { Searched } from './searched.ts'

test('a text is folded once for as long as it is there', () => {
  let reads = 0
  const searched = {
    get text() {
      reads += 1
      return 'ABC'
    },
  } as Searched
  const folding = makeFolding()
  expect([folding(searched), folding(searched), reads]).toEqual(['abc', 'abc', 1])
  expect(folding({ ...searched, text: 'Other' })).toBe('other')
})
