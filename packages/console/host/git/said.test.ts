import { expect, test } from 'vitest'
import { readable, refusal } from './said.ts'

test.each([
  ['\u001B[31mred\u001B[0m\r\n\n  two tests fail \n', 'red\n  two tests fail '],
  ['a\u202Eb\u0007c\td', 'abc\td'],
  [Array.from({ length: 99 }, (_, at) => `line ${at}`).join('\n'), /^line 69\n[^]*line 98$/],
  ['x'.repeat(9000), /^x{3000}$/],
])('what a hook said is told as far as one reads', (said, expected) =>
  expect(readable(said)).toMatch(expected),
)

test('a refusal says what did not happen first', () => {
  expect(refusal('x', 'Nothing was committed.', 'why').message).toBe('Nothing was committed.\nwhy')
  expect(refusal('x', 'Nothing was committed.', '').message).toBe('Nothing was committed.')
})
