import { expect, test } from 'vitest'
import { refuseTooMuch } from './raw-bound.ts'

const times = (count: number, piece: string) => piece.repeat(count)

test.each([
  ['values', (count: number) => `[${times(count, '1,')}]`, 1],
  ['names with values', (count: number) => `{${times(count, '"a":true,')}}`, 2],
  ['comments', (count: number) => times(count, '//\n'), 1],
  ['lines of a comment', (count: number) => `/*${times(count - 1, 'a\n')}*/`, 1],
  ['words that are none of JSON', (count: number) => times(count, 'b '), 1],
])('of %s there may be 20,000', (_, made, each) => {
  expect(() => refuseTooMuch(made(20_000 / each))).not.toThrow()
  expect(() => refuseTooMuch(made(20_000 / each + 1))).toThrow(
    'It has more than 20,000 names, values and comments',
  )
})

test('how long they are does not count, nor blanks and brackets', () => {
  expect(() => refuseTooMuch(`{ "a": "${times(900_000, 'x')}"${times(30_000, ' \n[')}`)).not.toThrow()
})
