import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { linePieces } from './line-pieces.ts'

const shown = (...args: Parameters<typeof linePieces>) =>
  linePieces(...args).map(({ text, kind, marked }) => `${kind ?? ''}:${text}${marked ? '!' : ''}`)

test('tokens are cut where marks begin and end', () => {
  const tokens = [{ text: 'const', kind: 'keyword' }, { text: ' abc' }] as const
  expect(shown('const abc', tokens, [[3, 7]])).toEqual(['keyword:con', 'keyword:st!', ': a!', ':bc'])
})

test('without tokens the marks alone', () =>
  expect(shown('abc', undefined, [[1, 2]])).toEqual([':a', ':b!', ':c']))

test('a line that is cut shows the beginning of its tokens', () => {
  const tokens = [{ text: 'const', kind: 'keyword' }, { text: ' abc' }, { text: ';' }] as const
  expect(shown('co', tokens, [])).toEqual(['keyword:co'])
  expect(shown('const a', tokens, [])).toEqual(['keyword:const', ': a'])
})

test('tokens of another line are not shown', () => {
  expect(shown('abc', [{ text: 'xyz', kind: 'keyword' }], [])).toEqual([':abc'])
})

test('the pieces are the line, whatever is marked', () => {
  const range = fc.tuple(fc.nat(30), fc.nat(30))
  fc.assert(
    fc.property(
      fc.string({ maxLength: 20 }),
      fc.array(range, { maxLength: 4 }),
      fc.nat(20),
      (text, marks, cut) => {
        const tokens = [{ text: text.slice(0, cut), kind: 'name' as const }, { text: text.slice(cut) }]
        expect(
          linePieces(text, tokens, marks)
            .map((piece) => piece.text)
            .join(''),
        ).toBe(text)
      },
    ),
  )
})
