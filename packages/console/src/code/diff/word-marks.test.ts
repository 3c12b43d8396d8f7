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
])('%s', (_, before, after, left, right) => {
  const marks = wordMarks(before, after)
  expect([shown(before, marks.before), shown(after, marks.after)]).toEqual([left, right])
})

test('of a line of a megabyte the beginning and the end are compared: by words the test would not end', () => {
  const [head, tail] = ['x'.repeat(600_000), 'y'.repeat(500_000)]
  const marks = wordMarks(`${head}old${tail}`, `${head}newer${tail}`)
  expect(marks).toEqual({ before: [[600_000, 600_003]], after: [[600_000, 600_005]] })
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
    }),
  )
})

test('only lines that changed in place have marks', () => {
  const removed = { kind: 'removed', before: 1, text: 'let a = 1' } as const
  const added = { kind: 'added', after: 1, text: 'let a = 2' } as const
  const alone = { kind: 'added', after: 2, text: 'let b' } as const
  const rows = [removed, added, alone]
  const marks = marksOf(rows)
  expect([marks(removed), marks(added), marks(alone)]).toEqual([[[8, 9]], [[8, 9]], []])
  // Each block asks, and there are hundreds of them in a hunk.
  expect(marksOf(rows)).toBe(marks)
})
