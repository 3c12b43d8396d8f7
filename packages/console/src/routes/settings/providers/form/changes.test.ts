import fc from 'fast-check'
import { expect, test } from 'vitest'
import { changesBetween, isBag, withValue, type Bag } from './changes.ts'

test('only what differs is written, a new thing as one', () => {
  const before: Bag = { name: 'A', models: { m: { limit: { context: 1, output: 2 } }, gone: { name: 'G' } } }
  const after: Bag = {
    name: 'A',
    models: {
      m: { limit: { context: 1, output: 3 }, tools: ['a'] },
      more: { name: 'N', options: { x: true } },
    },
  }
  expect(changesBetween(['provider', 'a'], before, after)).toEqual([
    { path: ['provider', 'a', 'models', 'm', 'limit', 'output'], value: 3 },
    { path: ['provider', 'a', 'models', 'm', 'tools'], value: ['a'] },
    { path: ['provider', 'a', 'models', 'gone'] },
    { path: ['provider', 'a', 'models', 'more'], value: { name: 'N', options: { x: true } } },
  ])
})

test('a table that holds more than is known is emptied of what is known', () => {
  const before: Bag = { m: { options: { a: 1, b: { c: 2 } }, variants: { x: 1 } } }
  const holdsMore = (path: readonly string[]) => path.at(-1) === 'options'
  expect(changesBetween([], before, { m: {} }, holdsMore)).toEqual([
    { path: ['m', 'options', 'a'] },
    { path: ['m', 'options', 'b'] },
    { path: ['m', 'variants'] },
  ])
})

test('a value takes the place of a table, and the other way round', () => {
  expect(changesBetween([], { a: 1, b: { c: 1 } }, { a: { c: 1 }, b: 2 })).toEqual([
    { path: ['a'], value: { c: 1 } },
    { path: ['b'], value: 2 },
  ])
})

const key = fc.constantFrom('a', 'b', 'c')
const { bag } = fc.letrec<{ bag: Bag; value: Bag[string] }>((tie) => ({
  bag: fc.dictionary(key, tie('value'), { maxKeys: 3 }),
  value: fc.oneof({ depthSize: 'small' }, fc.integer(), fc.boolean(), fc.array(fc.integer()), tie('bag')),
}))

/** As the engine writes them. */
function applied(before: Bag, changes: ReturnType<typeof changesBetween>): Bag {
  return changes.reduce((bag, { path, value }) => {
    if (value !== undefined) return withValue(bag, path, value)
    const copy = structuredClone(bag)
    let at: Bag = copy
    for (const name of path.slice(0, -1)) at = at[name] as Bag
    delete at[path.at(-1) ?? '']
    return copy
  }, before)
}

test('what is changed is what was wanted, and what is the same is not changed', () => {
  fc.assert(
    fc.property(bag, bag, (before, after) => {
      expect(applied(before, changesBetween([], before, after))).toEqual(after)
      expect(changesBetween([], after, after)).toEqual([])
      expect(isBag(after)).toBe(true)
    }),
  )
})
