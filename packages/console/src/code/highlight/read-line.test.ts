import type { Grammar } from '@shikijs/primitive'
import { expect, test } from 'vitest'
import { markOf } from './marks.ts'
import { makeLineReader } from './read-line.ts'

const colour = (number: number) => number << 15

/** A grammar that tells these tokens of every line, and is asked for no more than the page waits. */
const grammarOf = (tokens: number[]) =>
  ({
    tokenizeLine2: (_line: string, state: unknown, mostMs: number) => {
      expect(mostMs).toBeLessThan(30_000)
      expect(mostMs).toBeGreaterThan(0)
      return { tokens: Uint32Array.from(tokens), ruleStack: `${String(state)}+` }
    },
  }) as unknown as Grammar

test('pieces of one kind in a row are one, and every line has a time in which to be read', () => {
  const read = makeLineReader(grammarOf([0, colour(1), 2, colour(1), 3, colour(2)]), [0, 5, 6])
  expect(read('abcdef', null)).toEqual({ marks: [markOf(3, 5), markOf(6, 6)], state: 'null+' })
})

test('a colour is found among all that is told of a piece; one that is not of the theme is none', () => {
  const others = (0x3f << 24) | 0x7fff
  const read = makeLineReader(grammarOf([0, others | colour(1), 1, colour(9)]), [0, 5])
  expect(read('ab', null).marks).toEqual([markOf(1, 5), markOf(2, 0)])
})

test('an empty line has no marks', () => {
  expect(makeLineReader(grammarOf([0, colour(1)]), [0, 5])('', null).marks).toEqual([])
})

test('a line that nobody reads through is plain', () => {
  const read = makeLineReader(grammarOf([0, colour(1)]), [0, 5])
  expect(read('x'.repeat(2001), null)).toEqual({ marks: [], state: null })
  expect(read('x'.repeat(2000), null).marks).toEqual([markOf(2000, 5)])
})
