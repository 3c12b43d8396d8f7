import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { ColouredText } from './coloured-text.ts'
import { markOf } from './highlight/marks.ts'

const marks = (...line: number[]) => [Uint32Array.from(line)]
const kinds = (text: ColouredText) => text.lines?.map((line) => line.map(({ text, kind }) => [text, kind]))

test('a text has no lines before something of it has a colour', () => {
  const text = new ColouredText()
  text.show('let a')
  expect(text.lines).toBeUndefined()
  text.hear(0, marks(markOf(5, 0)))
  expect(text.lines).toBeUndefined()
  text.hear(0, marks(markOf(3, 4)))
  expect(kinds(text)).toEqual([
    [
      ['let', 'keyword'],
      [' a', undefined],
    ],
  ])
})

test('a text that grows keeps its colours, and what is new is plain', () => {
  const text = new ColouredText()
  text.show('let\nle')
  text.hear(0, [...marks(markOf(3, 4)), ...marks(markOf(2, 6))])
  const [first] = text.lines ?? []
  text.show('let\nlet b\nc')
  expect(text.lines?.[0]).toBe(first)
  expect(kinds(text)?.slice(1)).toEqual([
    [
      ['le', 'name'],
      ['t b', undefined],
    ],
    [['c', undefined]],
  ])
})

test('lines that are told again as they are stay the same objects', () => {
  const text = new ColouredText()
  text.show('let')
  text.hear(0, marks(markOf(3, 4)))
  const [before] = text.lines ?? []
  text.hear(0, marks(markOf(3, 4)))
  expect(text.lines?.[0]).toBe(before)
})

test('another text is plain', () => {
  const text = new ColouredText()
  text.show('let\na')
  text.hear(0, marks(markOf(3, 4)))
  text.show('rm\na')
  expect(text.lines).toBeUndefined()
})

test('a text that became shorter has no line too many', () => {
  const text = new ColouredText()
  text.show('let\na\nb')
  text.hear(0, marks(markOf(3, 4)))
  text.show('let\na')
  expect(text.lines).toHaveLength(2)
})

const word = fc.string({ maxLength: 4 })
const told = fc.tuple(fc.nat(3), fc.array(fc.array(fc.nat(), { maxLength: 4 }), { maxLength: 4 }))

test('whatever is told of whatever text, what is shown is the text', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.array(word, { maxLength: 4 }), told)), (steps) => {
      const coloured = new ColouredText()
      for (const [words, [from, lines]] of steps) {
        const text = words.join('\n')
        coloured.show(text)
        coloured.hear(
          from,
          lines.map((line) => Uint32Array.from(line)),
        )
        const shown = coloured.lines?.map((line) => line.map((token) => token.text).join('')).join('\n')
        if (shown !== undefined) expect(shown).toBe(text)
      }
    }),
  )
})
