import { createTwoFilesPatch } from 'diff'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { fitsPatch, gapsOf, linesOf, stretchesOf } from './context.ts'
import { parsePatch } from './unified-diff.ts'

const numbered = (count: number) => Array.from({ length: count }, (_, index) => `line ${index + 1}`)
const before = numbered(40)
const after = before.map((line) => (line === 'line 10' || line === 'line 30' ? `${line}!` : line))
const text = (lines: readonly string[]) => lines.map((line) => `${line}\n`).join('')
const hunksOf = (from: readonly string[], to: readonly string[], context = 3) =>
  parsePatch(createTwoFilesPatch('x', 'x', text(from), text(to), '', '', { context }))[0]?.hunks ?? []

test('the gaps before, between and behind the hunks', () => {
  expect(gapsOf(hunksOf(before, after)).map(({ before, after, lines }) => [before, after, lines])).toEqual([
    [1, 1, 6],
    [14, 14, 13],
    [34, 34, undefined],
  ])
  expect(gapsOf(hunksOf(before, after), 40).at(-1)?.lines).toBe(7)
})

test('what is asked for is shown, from both ends of the gap', () => {
  const stretches = stretchesOf(hunksOf(before, after), { 1: { top: 2, bottom: 3 } }, after)
  expect(
    stretches.map((one) =>
      one.kind === 'gap' ? `${one.gap.lines} hidden` : `${one.rows[0]?.after}-${one.rows.at(-1)?.after}`,
    ),
  ).toEqual(['6 hidden', '7-13', '14-15', '8 hidden', '24-26', '27-33', '7 hidden'])
})

test('more than there is shows all of it', () => {
  const all = { top: 99, bottom: 0 }
  const stretches = stretchesOf(hunksOf(before, after), { 0: all, 1: all, 2: all }, after)
  expect(stretches.some(({ kind }) => kind === 'gap')).toBe(false)
})

test('of both ends together no line is shown twice', () => {
  const stretches = stretchesOf(hunksOf(before, after), { 1: { top: 10, bottom: 10 } }, after)
  const rows = stretches.flatMap((one) => (one.kind === 'rows' ? one.rows : []))
  expect(rows.flatMap(({ after }) => after ?? [])).toEqual(numbered(27).map((_, index) => index + 7))
})

test('a line that is shown says where it stands on both sides, and how it ends', () => {
  const hunks = parsePatch('@@ -3,1 +3,2 @@\n-c\n+C\n+D\n').flatMap((file) => file.hunks)
  const lines = ['a', 'be\r', 'C', 'D', 'eh\r', 'f', '\rg']
  const shown = { 0: { top: 0, bottom: 1 }, 1: { top: 1, bottom: 1 } }
  const around = stretchesOf(hunks, shown, lines).map((one) =>
    one.kind === 'gap' ? one.gap : one.hunk ? 'the hunk' : one.rows,
  )
  expect(around).toEqual([
    { at: 0, before: 1, after: 1, lines: 1 },
    [{ kind: 'same', before: 2, after: 2, text: 'be', crlf: true }],
    'the hunk',
    [{ kind: 'same', before: 4, after: 5, text: 'eh', crlf: true }],
    { at: 1, before: 5, after: 6, lines: 1 },
    [{ kind: 'same', before: 6, after: 7, text: '\rg' }],
  ])
})

test.each([
  ['it', 'a\nB\nc\nd\nE\r\nf\n', true],
  ['one that ends elsewhere', 'a\nB\nc\nd\nE\r\nf\ng\n', true],
  ['another line', 'a\nB\nc\nd\nX\r\nf\n', false],
  ['another line in the first change', 'a\nX\nc\nd\nE\r\nf\n', false],
  ['another end of a line', 'a\nB\nc\nd\nE\nf\n', false],
  ['too few lines', 'a\nB\nc\n', false],
  ['none', '', false],
])('a text fits a change only if it is what the change leads to: %s', (_, text, expected) => {
  const [file] = parsePatch('@@ -2,1 +2,1 @@\n-b\n+B\n@@ -4,3 +4,3 @@\n d\n-e\n+E\r\n f\n')
  expect(file && fitsPatch(file, linesOf(text))).toBe(expected)
})

test.each([
  ['up to where lines were taken out', 9, true],
  ['and on', 12, true],
  ['not so far', 8, false],
])('a text fits a change that only removes if it goes %s', (_, count, expected) => {
  const [file] = parsePatch('@@ -10,1 +9,0 @@\n-gone\n')
  expect(file && fitsPatch(file, numbered(count))).toBe(expected)
})

test('without the file’s lines nothing is made up', () => {
  const stretches = stretchesOf(hunksOf(before, after), { 0: { top: 5, bottom: 0 } })
  expect(stretches.map((one) => (one.kind === 'gap' ? one.gap.lines : 'rows'))).toEqual([
    6,
    'rows',
    13,
    'rows',
    undefined,
  ])
})

test('with everything shown both sides are whole, whatever changed', () => {
  const lines = fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 20 })
  fc.assert(
    fc.property(lines, lines, fc.nat(2), (from, to, context) => {
      const hunks = hunksOf(from, to, context)
      if (hunks.length === 0) return
      const all = Object.fromEntries(gapsOf(hunks).map(({ at }) => [at, { top: 99, bottom: 0 }]))
      const rows = stretchesOf(hunks, all, to).flatMap((one) => (one.kind === 'rows' ? one.rows : []))
      expect(rows.filter(({ after }) => after).map(({ text }) => text)).toEqual(to)
      expect(rows.filter(({ before }) => before).map(({ text }) => text)).toEqual(from)
      expect(rows.flatMap(({ after }) => after ?? [])).toEqual(to.map((_, index) => index + 1))
      expect(rows.flatMap(({ before }) => before ?? [])).toEqual(from.map((_, index) => index + 1))
    }),
  )
})

test('lines as an editor counts them', () => {
  expect([linesOf(''), linesOf('a'), linesOf('a\n'), linesOf('a\n\n')]).toEqual([[], ['a'], ['a'], ['a', '']])
})
