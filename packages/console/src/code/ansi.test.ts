import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { readAnsi, type AnsiStyle } from './ansi.ts'

// oxlint-disable-next-line no-control-regex
const SEQUENCE = /\u001B\[[0-?]*[@-~]/
const withoutLastEscape = (text: string) => (text.endsWith('\u001B') ? text.slice(0, -1) : text)

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
  ['\u001B[38;5mx', [['x', { colour: 'black' }]]],
  [
    '\u001B[2;3;4;7;9mx\u001B[22;23;24;27;29my',
    [
      ['x', { dim: true, italic: true, underline: true, inverse: true, struck: true }],
      ['y', {}],
    ],
  ],
  ['a\u001B[8mhidden\u001B[28mb', [['ahiddenb', {}]]],
  ['\u001B[>4;1mx\u001B[?25lx\u001B[2Kx\u001B[12;1Hx', [['xxxx', {}]]],
  ['\u001B]0;title\u0007x', [['x', {}]]],
  ['\u001B]8;;http://x\u001B\\link\u001B]8;;\u001B\\', [['link', {}]]],
  ['\u001BPq#0\u001B\\x\u001B7y\u001B(Bz', [['xyz', {}]]],
  ['10%\r50%\r100%\nnext', [['100%\nnext', {}]]],
  [
    'a\n\u001B[31mb\rc\u001B[0md',
    [
      ['a\n', {}],
      ['c', { colour: 'red' }],
      ['d', {}],
    ],
  ],
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

test('nothing of a sequence is left, however it is broken', () => {
  const piece = fc.constantFrom(
    '\u001B',
    '[',
    ']',
    '0',
    ';',
    'm',
    '?',
    '\u0007',
    '\\',
    'x',
    '8',
    ' ',
    '\r',
    '\n',
  )
  fc.assert(
    fc.property(fc.array(piece), (parts) => {
      const { runs } = readAnsi(withoutLastEscape(parts.join('')))
      for (const { text } of runs) expect(text).not.toMatch(SEQUENCE)
    }),
  )
})
