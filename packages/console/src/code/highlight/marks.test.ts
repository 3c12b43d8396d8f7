import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { markOf, packLines, tokensOf, unpackLines } from './marks.ts'

test('lines come out as they were packed', () => {
  fc.assert(
    fc.property(fc.array(fc.array(fc.nat(2 ** 20))), (lines) => {
      expect(unpackLines(packLines(lines)).map((line) => [...line])).toEqual(lines)
    }),
  )
})

test.each<[string, number[], [string, string?][]]>([
  ['let a', [markOf(3, 4), markOf(5, 0)], [['let', 'keyword'], [' a']]],
  ['let a', [], [['let a']]],
  ['let', [markOf(9, 4)], [['let', 'keyword']]],
  ['let', [markOf(2, 4), markOf(1, 2)], [['le', 'keyword'], ['t']]],
  ['let', [markOf(0, 1), markOf(3, 4), markOf(3, 2)], [['let', 'keyword']]],
  ['a', [markOf(1, 15)], [['a']]],
  ['', [markOf(1, 1)], []],
])('%j by %j is the line itself', (line, marks, expected) => {
  expect(
    tokensOf(line, Uint32Array.from(marks)).map(({ text, kind }) => (kind ? [text, kind] : [text])),
  ).toEqual(expected)
})
