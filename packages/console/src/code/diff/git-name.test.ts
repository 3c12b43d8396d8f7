import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { unquoted } from './git-name.ts'

test.each([
  ['a.txt', 'a.txt'],
  ['"\\303\\244.txt"', 'ä.txt'],
  ['"tab\\tname.txt"', 'tab\tname.txt'],
  ['"new\\nline.txt"', 'new\nline.txt'],
  ['"quo\\"te.txt"', 'quo"te.txt'],
  ['"back\\\\slash.txt"', 'back\\slash.txt'],
  ['"esc\\033[31m.txt"', 'esc\u001B[31m.txt'],
  ['"latin1\\344.txt"', 'latin1\uFFFD.txt'],
  // With core.quotePath off, what is beyond ASCII stands as it is.
  ['"ä\\t.txt"', 'ä\t.txt'],
  // Not git's quoting: the quotes are part of the name.
  ['"🎉\\t.txt"', '🎉\t.txt'],
  ['"said"', '"said"'],
  ['"tab\\t"and more', '"tab\\t"and more'],
  ['"odd\\07"', '"odd\\07"'],
  ['"a"b\\t"', '"a"b\\t"'],
  ['"odd\\q"', '"odd\\q"'],
  ['"', '"'],
])('fault 74: %s is called %j', (name, expected) => {
  expect(unquoted(name)).toBe(expected)
})

/** As git's quote.c does it: null where the name needs no quotes. */
function quoted(name: string): string | null {
  const letters: Record<number, string> = {
    7: 'a',
    8: 'b',
    9: 't',
    10: 'n',
    11: 'v',
    12: 'f',
    13: 'r',
    34: '"',
    92: '\\',
  }
  const bytes = [...new TextEncoder().encode(name)]
  const isPlain = (byte: number) => byte >= 0x20 && byte < 0x7f && !(byte in letters)
  if (bytes.every(isPlain)) return null
  const pieces = bytes.map((byte) => {
    if (isPlain(byte)) return String.fromCodePoint(byte)
    return `\\${letters[byte] ?? byte.toString(8).padStart(3, '0')}`
  })
  return `"${pieces.join('')}"`
}

test('fault 74: whatever name git quotes, it is read back', () => {
  const character = fc.constantFrom(...Array.from('aä"\\\t\n\r\u0001\u001B\u007F \'$漢🎉\u202E077'))
  fc.assert(
    fc.property(fc.string({ unit: character, minLength: 1, maxLength: 12 }), (name) => {
      expect(unquoted(quoted(name) ?? name)).toBe(name)
    }),
  )
})
