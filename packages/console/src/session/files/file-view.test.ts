import { expect, test } from 'vitest'
import { textFrom, viewOf, windowOf } from './file-view.ts'

test.each([
  [null, { kind: 'missing' }],
  [{ type: 'text', content: '' }, { kind: 'empty' }],
  [
    { type: 'text', content: 'a' },
    { kind: 'text', text: 'a' },
  ],
  [
    { type: 'text', content: 'x'.repeat(2_097_153) },
    { kind: 'large', size: 2_097_153 },
  ],
  [
    { type: 'binary', content: 'AAAA', mimeType: 'application/zip' },
    { kind: 'binary', size: 3 },
  ],
  [
    { type: 'binary', content: '' },
    { kind: 'binary', size: 0 },
  ],
  [
    { type: 'binary', content: 'AAAA', mimeType: 'image/png' },
    { kind: 'picture', url: 'data:image/png;base64,AAAA' },
  ],
  [
    { type: 'binary', content: 'AAAA', mimeType: 'image/svg+xml' },
    { kind: 'binary', size: 3 },
  ],
] as const)('%# a file is shown as what it is', (content, expected) => {
  expect(viewOf(content)).toEqual(expected)
})

const text = `${Array.from({ length: 100 }, (_, at) => `line ${at + 1}`).join('\n')}\n`

test.each([
  [undefined, { firstLine: 1 }],
  [3, { firstLine: 1, marked: 3 }],
  [90, { firstLine: 50, marked: 90 }],
  [500, { firstLine: 60, marked: 100 }],
  [0, { firstLine: 1, marked: 1 }],
])('with line %s in sight', (line, expected) => {
  expect(windowOf(text, line)).toEqual(expected)
})

test('the text from a line on', () => {
  expect(textFrom('a\nb\nc\n', 1)).toBe('a\nb\nc')
  expect(textFrom('a\nb\nc\n', 3)).toBe('c')
  expect(textFrom('a\n', 9)).toBe('')
})
