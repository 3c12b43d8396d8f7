import fc from 'fast-check'
import { expect, it } from 'vitest'
import { printable, quote } from './printable.ts'

/** fast-check's own unit `binary` means the same and spends a second on its tables first. */
const anyCharacter = fc.oneof(fc.nat(0xff), fc.nat(0x10ffff)).map((code) => String.fromCodePoint(code))

it.each([
  ['plain\ttext\n', 'plain\ttext\n'],
  ['\u001B[31mred\u001B[0m', 'red'],
  ['\u001B]0;title\u0007after', 'after'],
  ['over\rwritten\b', 'overwritten'],
])('fault 42: %j', (text, clean) => expect(printable(text)).toBe(clean))

it('fault 42: no control character is left, whatever comes', () => {
  fc.assert(fc.property(fc.string({ unit: anyCharacter }), (text) => !/[^\P{Cc}\n\t]/u.test(printable(text))))
})

it('quotes the last lines', () => {
  expect(quote('1\n2\n\n3\n', 2)).toBe('; its last words:\n  2\n  3')
  expect(quote('\n')).toBe('; it printed nothing')
})
