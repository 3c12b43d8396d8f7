import { expect, test } from 'vitest'
import { placeBeside } from './place-beside.ts'

test.each([
  ['at the row’s upper edge', { right: 280, top: 100 }, 200, { left: 288, top: 100 }],
  ['as far up as it has to be', { right: 280, top: 700 }, 300, { left: 288, top: 492 }],
  ['below the upper edge, though it does not fit', { right: 280, top: 700 }, 900, { left: 288, top: 8 }],
])('the card stands %s', (_, row, height, place) => {
  expect(placeBeside(row, height, 800)).toEqual(place)
})
