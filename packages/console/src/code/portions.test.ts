import { expect, test } from 'vitest'
import { countLines, headOfText } from './portions.ts'

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
