import * as fc from 'fast-check'
import { Lexer } from 'marked'
import remend from 'remend'
import { expect, test, vi } from 'vitest'
import { makeBlockReader, settledLength } from './blocks.ts'

const pieces = fc.constantFrom(
  '# Head\n',
  'word ',
  '**bold',
  '** ',
  '\n',
  '\n\n',
  '- item\n',
  '  - inner\n',
  '```js\n',
  '```\n',
  '```md\n',
  '> quote\n',
  '1. one\n',
  '| a | b |\n|---|---|\n',
  '[a](b',
  ')',
  '`',
  '===\n',
  '<b>',
  '$$\n',
  'x = 1\n',
  '- y\n',
  ' \\[a^2\\] ',
  '\\[\n',
  '$b^2$',
  '```math\n',
)
const raws = (reader: ReturnType<typeof makeBlockReader>, text: string, writing: boolean) =>
  reader.read(text, writing).map(({ token }) => token.raw.trimEnd())

test('a finished text is the same, whether it was watched or not', () => {
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
      const watched = makeBlockReader(remend)
      let text = ''
      for (const part of parts) watched.read((text += part), true)
      expect(raws(watched, text, false)).toEqual(raws(makeBlockReader(remend), text, false))
    }),
  )
})

test('blocks that are settled are those of the finished text', () => {
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
      const reader = makeBlockReader((text) => text)
      let text = ''
      for (const part of parts) {
        const settled = reader.read((text += part), true).filter((block) => block.settled)
        const whole = raws(makeBlockReader(remend), text, false)
        expect(settled.map(({ token }) => token.raw.trimEnd())).toEqual(whole.slice(0, settled.length))
      }
    }),
  )
})

test('settled blocks keep their identity while the text grows', () => {
  const reader = makeBlockReader(remend)
  const [first] = reader.read('# One\n\ntwo\n', true)
  expect(reader.read('# One\n\ntwo\n\nthree', true)[0]).toBe(first)
})

test('a text that was replaced is read afresh', () => {
  const reader = makeBlockReader(remend)
  reader.read('one\n\ntwo\n\nthree', true)
  expect(raws(reader, 'other', true)).toEqual(['other'])
})

test('unfinished markdown of the last block is closed', () => {
  expect(raws(makeBlockReader(remend), 'done\n\nthis is **bo', true)).toEqual(['done', 'this is **bo**'])
})

const types = (text: string, writing: boolean) =>
  makeBlockReader(remend)
    .read(text, writing)
    .map(({ token, settled }) => [token.type, settled])

test.each([
  ['nothing', '', []],
  ['empty lines', '\n\n', []],
  ['one block', 'one', [['paragraph', false]]],
  ['one whole line', 'one\n', [['paragraph', false]]],
  [
    'a second that begins',
    'one\n\ntwo',
    [
      ['paragraph', false],
      ['paragraph', false],
    ],
  ],
  [
    'a second of a whole line',
    'one\n\ntwo\n',
    [
      ['paragraph', true],
      ['paragraph', false],
    ],
  ],
  [
    'a third',
    '# one\n\ntwo\n\n- three\n',
    [
      ['heading', true],
      ['paragraph', true],
      ['list', false],
    ],
  ],
])('what can still grow: %s', (_, text, blocks) => {
  expect(types(text, true)).toEqual(blocks)
  expect(types(text, false)).toEqual(blocks.map(([type]) => [type, true]))
})

test('a finished text is read once', () => {
  const reader = makeBlockReader(remend)
  const blocks = reader.read('one\n\ntwo', false)
  expect(reader.read('one\n\ntwo', false)).toBe(blocks)
  expect(reader.read('one', false)).toHaveLength(1)
})

test('only the end of a growing text is read again', () => {
  const closed: string[] = []
  const reader = makeBlockReader((text) => {
    closed.push(text)
    return text
  })
  for (const text of ['one\n\ntwo\n', 'one\n\ntwo\n\nthree\n', 'one\n\ntwo\n\nthree\n\nfour'])
    reader.read(text, true)
  expect(closed).toEqual(['two\n', 'three\n', 'three\n\nfour'])
  reader.read('new\n', true)
  expect(closed.at(-1)).toBe('new\n')
})

test('in whatever pieces a text comes, and whatever takes its place, its end begins where it would if it were looked for each time', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(pieces, fc.string({ maxLength: 3 }), fc.constant(undefined)), { maxLength: 40 }),
      (parts) => {
        let [text, settled, end] = ['', 0, '']
        const reader = makeBlockReader((open) => (end = open))
        for (const part of parts) {
          // Another text takes its place, which may begin as this one does.
          const next = part === undefined ? text.slice(0, text.length / 2) : text + part
          if (!next.startsWith(text)) settled = 0
          text = next
          settled += settledLength(text.slice(settled))
          reader.read(text, true)
          expect(end).toBe(text.slice(settled))
        }
      },
    ),
    { numRuns: 500 },
  )
})

test('what grows within a line is read once each time', () => {
  const lex = vi.spyOn(Lexer.prototype, 'lex')
  const reader = makeBlockReader((text) => text)
  const readings = (text: string) => {
    lex.mockClear()
    reader.read(text, true)
    return lex.mock.calls.length
  }
  expect(readings('one\n')).toBe(2)
  expect(readings('one\ntw')).toBe(1)
  expect(readings('one\ntwo')).toBe(1)
  expect(readings('one\ntwo\n')).toBe(2)
  expect(readings('another')).toBe(1)
  expect(readings('another\n')).toBe(2)
})

test('a text that cannot be read is shown as it is, and whatever it becomes; another one is read', () => {
  let reads = 0
  const reader = makeBlockReader((text) => {
    reads += 1
    if (text.startsWith('deep')) throw new RangeError('Maximum call stack size exceeded')
    return text
  })
  for (const text of ['deep', 'deep a'])
    expect(reader.read(text, true)).toEqual([{ token: { type: 'code', raw: text, text }, settled: true }])
  expect(reads).toBe(1)
  expect(raws(reader, 'a', true)).toEqual(['a'])
  expect(raws(reader, 'deep', true)).toEqual(['deep'])
})
