import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Mark } from '../../../../shared/unsent.ts'
import { editOf, endOf, findMarks, moveMarks, piecesOf, trimMarked } from './marks.ts'

const mark = (start: number, value: string): Mark => ({ kind: 'file', start, value, path: value.slice(1) })
const places = (marks: readonly Mark[]) => marks.map(({ start, value }) => `${start} ${value}`)

test.each([
  ['before it', 'see @a.ts', 'do see @a.ts', ['7 @a.ts']],
  ['behind it', 'see @a.ts', 'see @a.ts now', ['4 @a.ts']],
  ['at its end', 'see @a.ts', 'see @a.ts.', ['4 @a.ts']],
  ['at its beginning', 'see @a.ts', 'see (@a.ts', ['5 @a.ts']],
  ['into it', 'see @a.ts', 'see @ab.ts', []],
  ['over it', 'see @a.ts', 'see ', []],
  ['all anew', 'see @a.ts', 'other', []],
])('written %s', (_, before, after, expected) =>
  expect(places(moveMarks([mark(4, '@a.ts')], editOf(before, after)))).toEqual(expected),
)

const equals = [mark(0, '@a.ts'), mark(6, '@a.ts')]
test.each([
  ['the first of two equal ones is taken out', '@a.ts @a.ts ', '@a.ts ', 0, ['0 @a.ts']],
  ['the second', '@a.ts @a.ts ', '@a.ts ', 6, ['0 @a.ts']],
  ['a letter like the first is typed before it', '@a.ts @a.ts', '@@a.ts @a.ts', 1, ['1 @a.ts', '7 @a.ts']],
  ['one like the last behind it', '@a.ts @a.ts', '@a.tss @a.ts', 6, ['0 @a.ts', '7 @a.ts']],
  ['an undo that leaves the caret elsewhere', '@a.ts @a.ts', '@a.ts x @a.ts', 0, ['0 @a.ts', '8 @a.ts']],
])('with the caret: %s', (_, before, after, caret, expected) => {
  const moved = moveMarks(equals, editOf(before, after, caret))
  expect(places(moved)).toEqual(expected)
})

test('which of two equal mentions was taken out is told by the caret', () => {
  const [file, folder] = [mark(0, '@a'), { ...mark(3, '@a'), path: 'other' }]
  const left = (caret: number) => moveMarks([file, folder], editOf('@a @a ', '@a ', caret))
  expect(left(0)).toEqual([{ ...folder, start: 0 }])
  expect(left(3)).toEqual([file])
  expect(moveMarks([file, folder], editOf('@a @a ', '@a '))).toEqual([file])
  expect(editOf('aa', 'aaa')).toEqual({ from: 2, to: 2, length: 1 })
})

test('an edit is what it says, wherever the caret is', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 8 })
  fc.assert(
    fc.property(
      text,
      text,
      fc.option(fc.integer({ min: -2, max: 12 }), { nil: undefined }),
      (before, after, caret) => {
        const { from, to, length } = editOf(before, after, caret)
        expect(from).toBeGreaterThanOrEqual(0)
        expect(to).toBeGreaterThanOrEqual(from)
        expect(to).toBeLessThanOrEqual(before.length)
        expect(length).toBeGreaterThanOrEqual(0)
        expect(before.slice(0, from) + after.slice(from, from + length) + before.slice(to)).toBe(after)
      },
    ),
  )
})

test('wherever somebody writes, a mark that is left stands on its own words', () => {
  const edit = fc.record({
    from: fc.nat(30),
    length: fc.nat(10),
    text: fc.string({ unit: fc.constantFrom('a', '@', ' '), maxLength: 5 }),
  })
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 6 }), (edits) => {
      let text = 'a @a b @a.ts @src/ end'
      let marks = [mark(2, '@a'), mark(7, '@a.ts'), mark(13, '@src/')]
      for (const { from, length, text: written } of edits) {
        const after = text.slice(0, from) + written + text.slice(from + length)
        marks = moveMarks(marks, editOf(text, after, from + written.length))
        text = after
      }
      return marks.every((each) => text.slice(each.start, endOf(each)) === each.value)
    }),
  )
})

test('what stands around the text goes, and marks that are none any more', () => {
  expect(trimMarked('\n  see @a.ts  ', [mark(7, '@a.ts'), mark(0, '@gone')])).toEqual({
    text: 'see @a.ts',
    marks: [mark(4, '@a.ts')],
  })
})

test.each([
  ['in order', [mark(0, '@a'), mark(3, '@b')], ['@a*', ' ', '@b*', ' c']],
  ['out of order', [mark(3, '@b'), mark(0, '@a')], ['@a*', ' ', '@b*', ' c']],
  ['elsewhere', [mark(1, '@a')], ['@a @b c']],
  ['in one another', [mark(0, '@a @b'), mark(3, '@b')], ['@a @b*', ' c']],
  ['at its end', [mark(5, ' c')], ['@a @b', ' c*']],
  ['of no words', [mark(2, '')], ['@a @b c']],
  ['out of the text', [mark(90, '@a'), mark(-3, '@b')], ['@a @b c']],
])('pieces of a text with marks %s', (_, marks, expected) => {
  const given = marks.map((each) => ({ start: each.start, end: endOf(each), value: each.value }))
  const pieces = piecesOf('@a @b c', given)
  expect(pieces.map(({ text, marked }) => text + (marked ? '*' : ''))).toEqual(expected)
  expect(pieces.map(({ text }) => text).join('')).toBe('@a @b c')
})

test('marks are found again in another wording, each in a place of its own', () => {
  const marks = [mark(0, '@b'), mark(3, '@a'), mark(6, '@a'), mark(9, '@gone')]
  expect(places(findMarks(marks, 'Use @a, then @b, then @a.'))).toEqual(['13 @b', '4 @a', '22 @a'])
})

test.each([
  ['the folder, and a file in it', ['@src/', '@src/a.ts'], 'In @src/ look at @src/a.ts', [3, 17]],
  ['the file before its folder', ['@src/', '@src/a.ts'], 'Look at @src/a.ts in @src/', [21, 8]],
  ['told the other way round', ['@src/a.ts', '@src/'], 'Look at @src/a.ts in @src/', [8, 21]],
  ['two of each', ['@a', '@ab', '@a', '@ab'], '@ab@a@ab@a', [3, 0, 8, 5]],
  ['a folder that is spoken of no more', ['@src/', '@src/a.ts'], 'Look at @src/a.ts', [8]],
])('of marks whose words begin alike each is found in its own place: %s', (_, values, text, expected) => {
  const found = findMarks(
    values.map((value) => mark(0, value)),
    text,
  )
  expect(found.map(({ start }) => start)).toEqual(expected)
})
