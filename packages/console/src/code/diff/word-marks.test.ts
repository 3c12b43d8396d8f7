import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { marksOf, wordMarks, type Range } from './word-marks.ts'

const shown = (line: string, marks: readonly Range[]) =>
  marks
    .toReversed()
    .reduce((text, [from, to]) => `${text.slice(0, from)}[${text.slice(from, to)}]${text.slice(to)}`, line)

test.each([
  ['a word', 'const a = 1', 'const b = 1', 'const [a] = 1', 'const [b] = 1'],
  ['what was put in', 'f(x)', 'f(x, y)', 'f(x)', 'f(x[, y])'],
  ['nothing in common: two lines', 'return null', 'throw problem', 'return null', 'throw problem'],
  ['the same', 'x', 'x', 'x', 'x'],
  ['indentation', '  x = readAll()', '    x = readAll()', '[  ]x = readAll()', '[    ]x = readAll()'],
  ['spaces are nothing in common', 'a b c d', 'w x y z', 'a b c d', 'w x y z'],
  ['a quarter in common is a line that changed', 'if wxyzv', 'if abcde', 'if [wxyzv]', 'if [abcde]'],
  ['less is another line', 'if wxyzvu', 'if abcdef', 'if wxyzvu', 'if abcdef'],
  ['of much that came too', 'x', 'x = all + of + this', 'x', 'x = all + of + this'],
  [
    'what stands far to the right, and came from there',
    `${' '.repeat(30)}go a`,
    'go b',
    `[${' '.repeat(30)}]go [a]`,
    'go [b]',
  ],
  ['or went there', 'go b', `${' '.repeat(30)}go a`, 'go [b]', `[${' '.repeat(30)}]go [a]`],
])('%s', (_, before, after, left, right) => {
  const marks = wordMarks(before, after)
  expect([shown(before, marks.before), shown(after, marks.after)]).toEqual([left, right])
})

test('of a line of a megabyte the beginning and the end are compared: by words the test would not end', () => {
  const [head, tail] = ['x'.repeat(600_000), 'y'.repeat(500_000)]
  const marks = wordMarks(`${head}old${tail}`, `${head}newer${tail}`)
  expect(marks).toEqual({ before: [[600_000, 600_003]], after: [[600_000, 600_005]] })
})

const same = (length: number) => 'x'.repeat(length)

test.each([
  [
    'by words up to a thousand',
    `a ${same(996)} b`,
    `c ${same(996)} d`,
    [
      [0, 1],
      [999, 1000],
    ],
    [
      [0, 1],
      [999, 1000],
    ],
  ],
  ['a longer one has no end in common', `aa ${same(996)} b`, `c ${same(996)} d`, [], []],
  ['with a longer one neither', `c ${same(996)} d`, `aa ${same(996)} b`, [], []],
  ['one sign more', same(1100), same(1101), [], [[1100, 1101]]],
  ['one sign less', same(1101), same(1100), [[1100, 1101]], []],
  ['a sign in front', same(1100), `a${same(1100)}`, [], [[0, 1]]],
  [
    'a quarter',
    `${same(300)}${'a'.repeat(900)}`,
    `${same(300)}${'b'.repeat(900)}`,
    [[300, 1200]],
    [[300, 1200]],
  ],
  ['less than a quarter', `${same(299)}${'a'.repeat(901)}`, `${same(299)}${'b'.repeat(901)}`, [], []],
  ['of the longer one', `${same(100)}${'a'.repeat(1000)}`, `${same(100)}b`, [], []],
])('long lines: %s', (_, before, after, left, right) => {
  expect(wordMarks(before, after)).toEqual({ before: left, after: right })
})

test('of a line in which most words changed the beginning and the end are compared: words would take a third of a second', () => {
  const words = (letter: string) => Array.from({ length: 240 }, (_, at) => `${letter}${at % 10}`).join(' ')
  const line = (letter: string) => `const head = ${words(letter)} = tail of the same line, ${'x'.repeat(200)}`
  const marks = wordMarks(line('a'), line('b'))
  expect(marks.before).toHaveLength(1)
  expect(marks.before).toEqual(marks.after)
})

test('outside of the marks both lines are the same', () => {
  const line = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '(', '\u00E9'), maxLength: 30 })
  const rest = (text: string, marks: readonly Range[]) =>
    marks.toReversed().reduce((left, [from, to]) => left.slice(0, from) + left.slice(to), text)
  fc.assert(
    fc.property(line, line, (before, after) => {
      const marks = wordMarks(before, after)
      if (marks.before.length + marks.after.length === 0) return
      expect(rest(before, marks.before)).toBe(rest(after, marks.after))
      for (const ranges of [marks.before, marks.after])
        expect(ranges.every(([from], at) => from > (ranges[at - 1]?.[1] ?? -1))).toBe(true)
    }),
  )
})

test('only lines that changed in place have marks', () => {
  const removed = { kind: 'removed', before: 1, text: 'let a = 1' } as const
  const added = { kind: 'added', after: 1, text: 'let a = 20' } as const
  const alone = { kind: 'added', after: 2, text: 'let b' } as const
  const rows = [removed, added, alone]
  const marks = marksOf(rows)
  expect([marks(removed), marks(added), marks(alone)]).toEqual([[[8, 9]], [[8, 10]], []])
  // Each block asks, and there are hundreds of them in a hunk.
  expect(marksOf(rows)).toBe(marks)
})
