import { expect, test } from 'vitest'
import { codeOf, holds, sayLines, sideOf, stretchTo } from './line-range.ts'
import type { DiffRow } from './unified-diff.ts'

const after = (from: number, to: number) => ({ side: 'after', from, to }) as const

const rows: DiffRow[] = [
  { kind: 'same', before: 1, after: 1, text: 'one' },
  { kind: 'removed', before: 2, text: 'two' },
  { kind: 'added', after: 2, text: 'TWO' },
  { kind: 'same', before: 3, after: 3, text: 'three' },
]

test.each([
  ['down', 'after', 7, after(5, 7)],
  ['up', 'after', 3, after(3, 5)],
  ['back to where it began', 'after', 5, after(5, 5)],
  ['not to the other side', 'before', 7, after(5, 5)],
] as const)('lines stretch %s', (_, side, line, range) => {
  expect(stretchTo(after(5, 5), side, line)).toEqual(range)
})

test.each([
  [after(2, 4), 'after', 1, false],
  [after(2, 4), 'after', 2, true],
  [after(2, 4), 'after', 4, true],
  [after(2, 4), 'after', 5, false],
  [after(2, 4), 'before', 3, false],
  [after(2, 4), 'after', undefined, false],
  [undefined, 'after', 3, false],
] as const)('of %o: is line %s, %s among them: %s', (range, side, line, expected) => {
  expect(holds(range, side, line)).toBe(expected)
})

test('a row is named by the side on which it is', () => {
  expect(rows.map(sideOf)).toEqual(['after', 'before', 'after', 'after'])
})

test('the code of lines is that of their side', () => {
  expect(codeOf(rows, after(1, 2))).toBe('one\nTWO')
  expect(codeOf(rows, { side: 'before', from: 2, to: 3 })).toBe('two\nthree')
  expect(codeOf(rows, after(9, 9))).toBe('')
})

test('lines are said as people say them', () => {
  expect([sayLines(after(3, 3)), sayLines(after(3, 5))]).toEqual(['line 3', 'lines 3–5'])
})
