import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyCharacter } from '@kilo-console/engine/testing/any-character'
import { cleanPaste, countLines, hasControls } from './paste.ts'

test.each([
  ['plain text', 'ls -l', 'ls -l'],
  ['the end of a bracketed paste', 'echo a\u001B[201~\necho b', 'echo a[201~\necho b'],
  ['the same in C1', 'echo a\u009B201~\necho b', 'echo a201~\necho b'],
  ['Ctrl-C, Ctrl-D, Ctrl-Z', 'a\u0003b\u0004c\u001Ad', 'abcd'],
  ['NUL, backspace, DEL', 'a\0b\bc\u007Fd', 'abcd'],
  ['a title and a clipboard write', '\u001B]0;x\u0007\u001B]52;c;aGk=\u001B\\', ']0;x]52;c;aGk=\\'],
  ['next line and a string of C1', 'a\u0085b\u0090c\u009Dd', 'abcd'],
  ['tabs and line ends of every kind', '\ta\r\nb\nc\rd', '\ta\r\nb\nc\rd'],
  ['other languages', 'grüße 漢字 🎉 עברית', 'grüße 漢字 🎉 עברית'],
])('fault 73: %s', (_, pasted, clean) => {
  expect(cleanPaste(pasted)).toEqual({ text: clean, removed: pasted.length - clean.length })
  expect(hasControls(pasted)).toBe(pasted !== clean)
})

test('fault 73: of any text nothing is left that a terminal would take for a key, and nothing else is lost', () => {
  const unit = fc.oneof(
    fc.constantFrom('\u001B', '[', '2', '~', '\u009B', '\r', '\n', '\t', 'é', '🎉'),
    fc.string({ unit: anyCharacter, minLength: 1, maxLength: 1 }),
  )
  const isControl = (code: number) => code < 32 || (code >= 127 && code < 160)
  fc.assert(
    fc.property(fc.string({ unit }), (pasted) => {
      const { text } = cleanPaste(pasted)
      const codes = (given: string) => Array.from(given, (character) => character.codePointAt(0) ?? 0)
      const kept = codes(pasted).filter((code) => [9, 10, 13].includes(code) || !isControl(code))
      expect(codes(text)).toEqual(kept)
    }),
  )
})

test.each([
  ['', 1],
  ['ls', 1],
  ['ls\n', 1],
  ['ls\r\n\n', 1],
  ['a\nb', 2],
  ['a\r\nb\rc\n', 3],
])('%j is %i lines', (text, lines) => {
  expect(countLines(text)).toBe(lines)
})
