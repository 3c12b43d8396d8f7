import { expect, test } from 'vitest'
import { formulasToDraw } from './formulas-to-draw.ts'

const upTo = (count: number) => Array.from({ length: count }, (_, at) => at)

test.each<[string, number[], number[], number[]]>([
  ['all of a few', [1, 2], [], [1, 2]],
  ['none twice', [1, 2, 3], [2], [1, 3]],
  ['no more than the page can hold', upTo(500), [], upTo(400)],
  ['with those that wait already', upTo(500), upTo(399), [399]],
  ['none where there are too many', [500], upTo(450), []],
])('%s', (_, fresh, taken, expected) => {
  expect(formulasToDraw(fresh, taken)).toEqual(expected)
})
