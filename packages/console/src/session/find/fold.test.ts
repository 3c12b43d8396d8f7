import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyCharacter } from '@kilo-console/engine/testing/any-character'
import { fold, placesOf } from './fold.ts'

test.each([
  ['Needle', 'needle'],
  ['ÄÖ ß', 'äö ß'],
  ['İx', 'İx'],
  ['İX 😀Y', 'İx 😀y'],
])('%j is compared as %j', (text, expected) => {
  expect(fold(text)).toBe(expected)
})

test('each letter keeps its place', () => {
  fc.assert(
    fc.property(fc.string({ unit: anyCharacter }), (text) => {
      expect(fold(text)).toHaveLength(text.length)
    }),
  )
})

test.each<[string, string, number[]]>([
  ['a needle, needles', 'needle', [2, 10]],
  ['aaaa', 'aa', [0, 2]],
  ['a', 'b', []],
  ['a', '', []],
])('in %j %j stands at %j', (text, query, expected) => {
  expect(placesOf(text, query)).toEqual(expected)
  expect(placesOf(text, query, 1)).toEqual(expected.slice(0, 1))
})
