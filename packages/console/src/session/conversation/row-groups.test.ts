import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { regrouped, type RowGroup } from './row-groups.ts'

const numbers = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => `${from + at}`)
const flat = (groups: readonly RowGroup[]) => groups.flatMap(({ ids }) => ids)

test('groups of a list are the list, whatever they were before, and none is large or empty', () => {
  const list = fc.uniqueArray(fc.nat(200).map(String))
  fc.assert(
    fc.property(list, list, (before, after) => {
      const groups = regrouped(regrouped([], before), after)
      expect(flat(groups)).toEqual(after)
      for (const { ids } of groups) {
        expect(ids.length).toBeGreaterThan(0)
        expect(ids.length).toBeLessThanOrEqual(20)
      }
    }),
  )
})

test('what comes before makes groups of its own, and the others stay', () => {
  const before = regrouped([], numbers(100, 150))
  const after = regrouped(before, numbers(70, 150))
  expect(after.slice(-before.length)).toEqual(before)
  for (const [at, group] of before.entries()) expect(after[after.length - before.length + at]).toBe(group)
  expect(after[0]?.ids).toEqual(numbers(70, 80))
})

test('what comes behind fills the last group', () => {
  const before = regrouped([], numbers(0, 25))
  const after = regrouped(before, numbers(0, 50))
  expect(after[0]).toBe(before[0])
  expect(after.map(({ ids }) => ids.length)).toEqual([5, 20, 20, 5])
})

test('a row that is gone changes its own group and those behind it', () => {
  const before = regrouped([], numbers(0, 60))
  const after = regrouped(
    before,
    numbers(0, 60).filter((id) => id !== '30'),
  )
  expect(after[0]).toBe(before[0])
  expect(flat(after)).not.toContain('30')
})
