import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { chunksOf } from './chunks.ts'

test('chunks are the text, none much larger than asked for', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('a', '\n', 'word ')),
      fc.integer({ min: 1, max: 9 }),
      (parts, size) => {
        const text = parts.join('')
        const chunks = chunksOf(text, size)
        expect(chunks.join('')).toBe(text)
        expect(chunks.every((chunk) => chunk.length > 0 && chunk.length <= size)).toBe(true)
      },
    ),
  )
})
