import { expect, test } from 'vitest'
import { firstFrom, lastBefore, matchesIn, MOST_MATCHES, placeAmong } from './matches.ts'
import type { Searched } from './searched.ts'

const text = (messageId: string, text: string, place = messageId): Searched => ({
  messageId,
  partId: messageId,
  place,
  text,
  folded: false,
  cut: false,
})
const TEXTS = [text('a', 'Needle and needle'), text('b', 'hay'), text('c', 'a NEEDLE')]
const matches = matchesIn(TEXTS, 'nEEdle')

test('matches come in order, numbered within their place', () => {
  expect(matches.map(({ searched, nth, at }) => [searched.place, nth, at])).toEqual([
    ['a', 0, 0],
    ['a', 1, 11],
    ['c', 0, 2],
  ])
  expect(matchesIn(TEXTS, '')).toEqual([])
})

test('no more matches are told apart than anybody goes through, and those are the newest', () => {
  const many = matchesIn([text('a', 'x'.repeat(700)), text('b', 'x'.repeat(700))], 'x')
  expect(many).toHaveLength(MOST_MATCHES)
  expect(many[0]).toMatchObject({ searched: { place: 'a' }, nth: 400 })
  expect(many.at(-1)).toMatchObject({ searched: { place: 'b' }, nth: 699 })
  const full = ['x', 'x'.repeat(MOST_MATCHES)].map((each, at) => text(`${at}`, each))
  expect(matchesIn(full, 'x')).toHaveLength(MOST_MATCHES)
})

test.each([
  ['a', 0],
  ['b', 2],
  ['c', 2],
  ['d', 2],
  [undefined, 0],
])('from %s on the search begins at %i', (id, expected) => {
  expect(firstFrom(matches, ['a', 'b', 'c', 'd'], id)).toBe(expected)
})

test('in the middle the search begins there', () => {
  const each = matchesIn(
    ['a', 'b', 'c'].map((id) => text(id, 'needle')),
    'needle',
  )
  expect(firstFrom(each, ['a', 'b', 'c'], 'b')).toBe(1)
})

test('where nothing is found it begins nowhere', () => {
  expect(firstFrom([], ['a'], 'a')).toBe(-1)
})

test('a match keeps its place when others come before it, and gives it to the nearest when it is gone', () => {
  const more = matchesIn([text('0', 'needle'), ...TEXTS], 'needle')
  expect(placeAmong(more, matches[1], 1)).toBe(2)
  expect(placeAmong(matches.slice(0, 2), matches[2], 2)).toBe(1)
  expect(placeAmong(matches, matches[0], 2)).toBe(0)
  expect(placeAmong(matches, undefined, -1)).toBe(0)
  expect(placeAmong([], matches[0], 0)).toBe(-1)
})

test.each([
  ['c', 1],
  ['b', 1],
  ['a', undefined],
  ['nowhere', undefined],
  [undefined, undefined],
])('the last one that is older than %s', (id, expected) => {
  expect(lastBefore(matches, ['a', 'b', 'c', 'd'], id)).toBe(
    expected === undefined ? undefined : matches[expected],
  )
})
