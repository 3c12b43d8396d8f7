import { expect, test } from 'vitest'
import { makeFolding } from './folding.ts'

test('texts are folded, however many there are', () => {
  const folding = makeFolding(2)
  for (const text of ['A', 'B', 'C', 'A']) expect(folding(text)).toBe(text.toLowerCase())
})
