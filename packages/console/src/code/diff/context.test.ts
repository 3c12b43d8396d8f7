import { createTwoFilesPatch } from 'diff'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { gapsOf, linesOf, stretchesOf } from './context.ts'
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

test('without the file’s lines nothing is made up', () => {
  const stretches = stretchesOf(hunksOf(before, after), { 0: { top: 5, bottom: 0 } })
  expect(stretches.map(({ kind }) => kind)).toEqual(['gap', 'rows', 'gap', 'rows', 'gap'])
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
