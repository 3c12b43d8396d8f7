import { expect, test } from 'vitest'
import { withMarksOf } from './kept-marks.ts'

const mark = (letter: string) => `{hidden:${letter.repeat(12)}}`
const file = (a: string, b: string) => `{ "a": "${mark(a)}", "b": "${mark(b)}", "again": "${mark(a)}" }`

test('each mark is replaced by the one that stands in its place now, wherever it was moved', () => {
  const written = `{ "b": "${mark('2')}", "c": "${mark('1')}", "d": "${mark('f')}" }`
  expect(withMarksOf(written, file('1', '2'), file('3', '4'))).toBe(
    `{ "b": "${mark('4')}", "c": "${mark('3')}", "d": "${mark('f')}" }`,
  )
  // What one run calls the first may be what the other calls the second.
  expect(withMarksOf(file('1', '2'), file('1', '2'), file('2', '1'))).toBe(file('2', '1'))
})

test.each([
  ['more is hidden', file('1', '2').replace('again', mark('5'))],
  ['less is hidden', file('1', '2').replace(mark('2'), 'shown')],
  ['something else is written', file('3', '4').replace('"b"', '"c"')],
])('where %s nobody knows which is which', (_, now) => {
  expect(withMarksOf(file('1', '2'), file('1', '2'), now)).toBeUndefined()
})
