import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyCharacter } from '@kilo-console/engine/testing/any-character'
import { escapeInvisible, piecesOf } from './escape-invisible.ts'

test.each([
  ['npm test\n\tnpm run build', 'npm test\n\tnpm run build'],
  ['größe 日本 👍', 'größe 日本 👍'],
  ['rm \u202E-rf\u202C x', 'rm \\u{202e}-rf\\u{202c} x'],
  ['cu\u200Brl', 'cu\\u{200b}rl'],
  ['ls\r\u001B[2K', 'ls\\u{d}\\u{1b}[2K'],
  ['a\u00A0b\u2003c\u3000d', 'a\\u{a0}b\\u{2003}c\\u{3000}d'],
  ['a\u115Fb\u3164c\uFFA0d\u2800e', 'a\\u{115f}b\\u{3164}c\\u{ffa0}d\\u{2800}e'],
  ['x\u{E0041}\uFE0Fy\u034Fz', 'x\\u{e0041}\\u{fe0f}y\\u{34f}z'],
  ['half\uD800', 'half\\u{d800}'],
  ['a\u0085b\u2028c', 'a\\u{85}b\\u{2028}c'],
])('fault 40, 70: %j reads %j', (text, expected) => {
  expect(escapeInvisible(text)).toBe(expected)
})

test('fault 70: what is read is all there, and none of it is invisible', () => {
  fc.assert(
    fc.property(fc.string({ unit: anyCharacter, maxLength: 200 }), (text) => {
      const shown = escapeInvisible(text)
      expect(
        piecesOf(text)
          .map((piece) => piece.text)
          .join(''),
      ).toBe(shown)
      expect(shown).not.toMatch(/(?![\n\t ])[\p{C}\p{Z}\p{Default_Ignorable_Code_Point}]/u)
      const said = shown.replaceAll(/\\u\{([0-9a-f]+)\}/g, (_, code: string) =>
        String.fromCodePoint(Number.parseInt(code, 16)),
      )
      if (!text.includes('\\u{')) expect(said).toBe(text)
    }),
  )
})

test.each([
  ['', []],
  ['a', [{ text: 'a', escaped: false }]],
  ['\u202E', [{ text: '\\u{202e}', escaped: true }]],
])('nothing is no piece: %j', (text, pieces) => {
  expect(piecesOf(text)).toEqual(pieces)
})

test('spelt-out characters are told from the same letters in the text', () => {
  expect(piecesOf('a\u202E\u202E\\u{202e}')).toEqual([
    { text: 'a', escaped: false },
    { text: '\\u{202e}\\u{202e}', escaped: true },
    { text: '\\u{202e}', escaped: false },
  ])
})
