import { expect, test } from 'vitest'
import { isFaithful, linesFor, plainTokeniser, type TokenLine } from './tokeniser.ts'

const word = (text: string): TokenLine => [{ text, kind: 'name' }]
const plain = (text: string): TokenLine => [{ text }]
const read = { text: 'a\nb', lines: [word('a'), word('b')] }

test.each<[string, string, readonly TokenLine[] | undefined]>([
  ['the same text', 'a\nb', read.lines],
  ['one with a line more', 'a\nb\nc', [word('a'), plain('b'), plain('c')]],
  ['one whose last line grew', 'a\nbc', [word('a'), plain('bc')]],
  ['another one', 'x\nb', undefined],
  ['a shorter one', 'a', undefined],
])('of %s there are the lines that still hold', (_, text, expected) => {
  expect(linesFor(text, read)).toEqual(expected)
})

test.each([
  ['make up the text', 'a b\n', [[{ text: 'a ' }, { text: 'b' }], []], true],
  ['leave something out', 'a b', [[{ text: 'a' }, { text: 'b' }]], false],
  ['turn things round', 'rm x', [[{ text: 'x' }, { text: ' rm' }]], false],
  ['have a line too many', 'a', [[{ text: 'a' }], []], false],
])('tokens that %s', (_, text, lines, expected) => {
  expect(isFaithful({ text, lines })).toBe(expected)
})

test('the plain tokeniser tells nothing apart', async () => {
  expect(await plainTokeniser.tokenise('let a', 'ts', new AbortController().signal)).toBeUndefined()
})
