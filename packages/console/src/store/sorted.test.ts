import fc from 'fast-check'
import { expect, test } from 'vitest'
import { removeById, upsert } from './sorted.ts'

interface Entry {
  id: string
  at: number
}

const entry = fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), at: fc.integer({ max: 9 }) })
const entries = fc.array(entry, { maxLength: 20 })
const byId = (a: Entry, b: Entry) => a.id.localeCompare(b.id)
const byAge = (a: Entry, b: Entry) => b.at - a.at || byId(a, b)
const newest = (all: Entry[]) => [...new Map(all.map((one) => [one.id, one])).values()]

test('whatever comes in whatever order: the newest of each id, ascending', () => {
  fc.assert(
    fc.property(entries, (all) => {
      const list: Entry[] = []
      for (const one of all) upsert(list, one)
      expect(list).toEqual(newest(all).toSorted(byId))
    }),
  )
})

test('or in an order of its own, while nothing changes its place', () => {
  const once = fc.uniqueArray(entry, { selector: ({ id }) => id })
  fc.assert(
    fc.property(once, (all) => {
      const list: Entry[] = []
      for (const one of all) upsert(list, one, byAge)
      expect(list).toEqual(all.toSorted(byAge))
    }),
  )
})

test('what is replaced keeps its place, and nobody is asked about it', () => {
  const list = [
    { id: 'b', at: 1 },
    { id: 'a', at: 2 },
  ]
  upsert(list, { id: 'b', at: 9 }, () => expect.unreachable())
  expect(list).toEqual([
    { id: 'b', at: 9 },
    { id: 'a', at: 2 },
  ])
})

test('one is removed, and of what is not there nothing', () => {
  fc.assert(
    fc.property(entries.map(newest), fc.constantFrom('a', 'f', 'x'), (list, id) => {
      const left = [...list]
      removeById(left, id)
      expect(left).toEqual(list.filter((one) => one.id !== id))
    }),
  )
})
