import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { chunksOf, countLines, headOfText } from './long-text.ts'

const lines = (count: number) => Array.from({ length: count }, (_, index) => `line ${index}`).join('\n')

test.each([
  ['', 0],
  ['a', 1],
  ['a\n', 1],
  ['a\nb', 2],
  ['\n\n', 2],
])('%j has %i lines', (text, expected) => {
  expect(countLines(text)).toBe(expected)
})

test.each([
  ['short output', lines(200), 1, 200, 0],
  ['one line too many', lines(201), 1, 200, 1],
  ['asked for more', lines(450), 2, 400, 50],
  ['asked for all', lines(450), 3, 450, 0],
])('%s', (_, text, portions, shown, left) => {
  const head = headOfText(text, portions)
  expect([countLines(head.text), head.linesLeft]).toEqual([shown, left])
})

test('a line of a megabyte is cut', () => {
  const head = headOfText('x'.repeat(1_000_000), 1)
  expect(head.text.length).toBe(65_536)
  expect(head.linesLeft).toBe(1)
})

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
