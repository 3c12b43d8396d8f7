import * as fc from 'fast-check'
import remend from 'remend'
import { expect, test } from 'vitest'
import { makeBlockReader } from './blocks.ts'

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
