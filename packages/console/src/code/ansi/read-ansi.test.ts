import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { readAnsi, textOfOutput } from './read-ansi.ts'
import type { AnsiStyle } from './sgr.ts'

const read = (text: string) => readAnsi(text).runs.map(({ text, style }) => [text, style])

test.each<[string, [string, AnsiStyle][]]>([
  ['plain', [['plain', {}]]],
  ['', []],
  [
    '\u001B[31mred\u001B[0m on',
    [
      ['red', { colour: 'red' }],
      [' on', {}],
    ],
  ],
  [
    '\u001B[31mred\u001B[m on',
    [
      ['red', { colour: 'red' }],
      [' on', {}],
    ],
  ],
  ['\u001B[1;92;41mx', [['x', { bold: true, colour: 'bright-green', ground: 'red' }]]],
  [
    '\u001B[104mx\u001B[49my',
    [
      ['x', { ground: 'bright-blue' }],
      ['y', {}],
    ],
  ],
  ['\u001B[38;5;1mx', [['x', { colour: 'red' }]]],
  ['\u001B[38;5;46mx', [['x', { colour: 'bright-green' }]]],
  ['\u001B[38;5;244mx', [['x', { colour: 'bright-black' }]]],
  ['\u001B[38;2;200;20;20;1mx', [['x', { colour: 'bright-red', bold: true }]]],
  ['\u001B[38:2:0:0:128mx', [['x', { colour: 'blue' }]]],
  ['\u001B[38:2::200:20:20mx', [['x', { colour: 'bright-red' }]]],
  ['\u001B[38:5:46;4:3mx', [['x', { colour: 'bright-green', underline: true }]]],
  ['\u001B[4;1m\u001B[4:0mx', [['x', { bold: true }]]],
  ['\u001B[58;5;31;1mx', [['x', { bold: true }]]],
  ['\u001B[58:2::1:3:4;21mx', [['x', { underline: true }]]],
  ['\u001B[38;5mx', [['x', { colour: 'black' }]]],
  [
    '\u001B[2;3;4;7;9mx\u001B[22;23;24;27;29my',
    [
      ['x', { dim: true, italic: true, underline: true, inverse: true, struck: true }],
      ['y', {}],
    ],
  ],
  ['a\u001B[8mhidden\u001B[28mb', [['ahiddenb', {}]]],
  ['\u001B[>4;1mx\u001B[?25lx\u001B[2Jx\u001B[12;1Hx', [['xxxx', {}]]],
  ['\u001B]0;title\u0007x', [['x', {}]]],
  ['\u001B]8;;http://x\u001B\\link\u001B]8;;\u001B\\', [['link', {}]]],
  ['\u001BPq#0\u001B\\x\u001B7y\u001B(Bz', [['xyz', {}]]],
  ['dos\r\nlines\r\r\n', [['dos\nlines\n', {}]]],
  ['ends\r', [['ends', {}]]],
])('%j is %j', (text, expected) => {
  expect(read(text)).toEqual(expected)
})

test('text in pieces looks as it does in one', () => {
  const piece = fc.constantFrom('a', 'b\n', '\u001B[31m', '\u001B[0m', '\u001B[1;44m', '\r\n')
  fc.assert(
    fc.property(fc.array(piece), fc.array(piece), (before, after) => {
      const letters = (text: string, style?: AnsiStyle) =>
        readAnsi(text, style).runs.flatMap((run) => run.text.split('').map((letter) => [letter, run.style]))
      const first = readAnsi(before.join(''))
      expect([...letters(before.join('')), ...letters(after.join(''), first.style)]).toEqual(
        letters([...before, ...after].join('')),
      )
    }),
  )
})

test.each([
  ['10%\r50%\r100%\nnext', '100%\nnext'],
  ['Loading 100 files\rdone', 'doneing 100 files'],
  ['Loading 100 files\r\u001B[Kdone', 'done'],
  ['Loading 100 files\u001B[2K\rdone', 'done'],
  ['Loading\u001B[2Kdone', '       done'],
  ['Loading\u001B[1K', ''],
  ['abc\u001B[2D\u001B[1Kx', ' xc'],
  ['abc\r\u001B[2Jx', 'xbc'],
  ['|\b/\b-\b\\ N\bNA\bAME\b\b\b\b\b\b\b\b\b*', '* NAME'],
  ['Start\u001B[12G[ OK ]', 'Start      [ OK ]'],
  ['a\u001B[3Cb', 'a   b'],
  ['a\u001B[999999999Cb', `a${' '.repeat(199)}b`],
  ['abc\u001B[1Gx\u001B[0Gy', 'ybc'],
  ['😀😀\rx', 'x😀'],
  ['a\nb\rc\nd', 'a\nc\nd'],
  ['a\u0007b\u0000c\u007F', 'abc'],
])('%j, written over, reads %j', (text, expected) => {
  expect(textOfOutput(text)).toBe(expected)
})

test('what is written over keeps the look of what is left of it', () => {
  expect(read('a\n\u001B[31mbcd\re\u001B[0mf')).toEqual([
    ['a\n', {}],
    ['e', { colour: 'red' }],
    ['f', {}],
    ['d', { colour: 'red' }],
  ])
})

test.each([
  ['a string without an end hides nothing', 'a\u001B]0;title\nrest', 'a0;title\nrest'],
  ['nor does one that ends somewhere else', 'a\u001B]0;title\nrest\u0007b', 'a0;title\nrestb'],
  ['nor one that is long', `\u001BP${'x'.repeat(300)}`, 'x'.repeat(300)],
  ['a picture of several lines is none', 'a\u001BPq#0\n#1\u001B\\b', 'ab'],
  ['a sequence on its way is not shown', 'a\u001B[3', 'a'],
  ['nor its beginning', 'a\u001B', 'a'],
  ['nor a title on its way', 'a\u001B]0;tit', 'a'],
  ['nor its end', 'a\u001B]0;title\u001B', 'a'],
  ['an escape before no sequence is none', 'a\u001B\tb', 'a\tb'],
])('%s', (_, text, expected) => {
  expect(textOfOutput(text)).toBe(expected)
})

test('no control character is left, however sequences are broken', () => {
  const piece = fc.constantFrom(...'\u001B[]P0;m?K1GDC\u0007\\x8 \r\n\b'.split(''))
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (parts) => {
      // oxlint-disable-next-line no-control-regex
      expect(textOfOutput(parts.join(''))).not.toMatch(/[\0-\u0008\u000B-\u001F]/)
    }),
  )
})

// What costs a look back for each of them costs minutes.
test.each([
  '\r',
  'x\r',
  '\b',
  'x\u001B[2K',
  '\r\u001B[1K',
  '\u001B]',
  '\u001BP',
  '\u001B[',
  'x\u001B[200G',
  '\u001B[1m',
])('a hundred kilobytes of %j is read in a moment', (piece) => {
  const text = `${'y'.repeat(100_000)}${piece.repeat(100_000 / piece.length)}`
  const begun = performance.now()
  readAnsi(text)
  expect(performance.now() - begun).toBeLessThan(10_000)
})
