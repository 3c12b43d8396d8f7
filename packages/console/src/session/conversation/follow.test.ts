import { expect, test } from 'vitest'
import { followsAfterResize, followsAfterScroll, isAtEnd, latestLabel, type ScrollState } from './follow.ts'

const at = (top: number, content = 1000, view = 400): ScrollState => ({ top, content, view })

test.each([
  [at(600), true],
  [at(575), true],
  [at(568), true],
  [at(567), false],
  [at(560), false],
  [at(0, 300), true],
])('the end of %j: %s', (state, expected) => {
  expect(isAtEnd(state)).toBe(expected)
})

test.each([
  ['the reader scrolls up', true, at(600), at(500), false],
  ['a wheel notch that is smaller than a line', true, at(600), at(580), false],
  ['as little as a hand that shakes', true, at(600), at(593), true],
  ['a little more', true, at(600), at(592), false],
  ['a pixel of rounding while text came', true, at(600, 1400), at(599, 1400), true],
  ['more than rounding while text came', true, at(600, 1400), at(598, 1400), false],
  ['the window grows smaller meanwhile', true, at(600), at(500, 1000, 300), false],
  ['the reader scrolls up while text comes', true, at(600), at(500, 1400), false],
  ['back near the end', false, at(300), at(570), true],
  ['a fraction of a pixel', true, at(600), at(599.5), true],
  ['new text below', true, at(600), at(600, 1400), true],
  ['text above folded away', true, at(600), at(400, 800), true],
  ['the keyboard of a phone closes', true, at(600, 1000, 400), at(400, 1000, 600), true],
  ['reading in the middle', false, at(300), at(280), false],
  ['new text while reading', false, at(300), at(300, 1400), false],
  ['back at the end', false, at(300), at(600), true],
  ['less content than room', false, at(0, 300), at(0, 300), true],
])('%s', (_, following, before, after, expected) => {
  expect(followsAfterScroll(following, before, after)).toBe(expected)
})

test.each([
  ['follows on', true, at(600), at(600, 2000), true],
  ['opened above the end', false, at(600), at(600, 1300), false],
  ['a line came while reading near the end', false, at(590), at(590, 1020), false],
  ['folded away again', false, at(600, 1300), at(600, 1000), true],
  ['folded away in the middle', false, at(100, 1300), at(100, 1000), false],
  ['all of it fits', false, at(0, 300), at(0, 380), true],
  ['all of it just fits', false, at(0, 300), at(0, 400), true],
  ['as long as before, near the end', false, at(600), at(600), false],
])('after a change of size: %s', (_, following, before, after, expected) => {
  expect(followsAfterResize(following, before, after)).toBe(expected)
})

test('the button counts what is new', () => {
  expect([0, 1, 12].map(latestLabel)).toEqual([
    'Jump to latest',
    'Jump to latest · 1 new',
    'Jump to latest · 12 new',
  ])
})
