import fc from 'fast-check'
import { createStore, produce } from 'solid-js/store'
import { expect, test } from 'vitest'
import { merged, removeById, upsert } from './sorted.ts'

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

interface Sourced {
  id: string
  from: string
}

const sourced = (from: string) =>
  fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e').map((id) => ({ id, from })))

test('a page that is merged is what its entries would be one after the other', () => {
  fc.assert(
    fc.property(sourced('before'), sourced('page'), (before, page) => {
      const list: Sourced[] = []
      for (const entry of before) upsert(list, entry)
      const all = merged(list, page)
      for (const entry of page) upsert(list, entry)
      expect(all).toEqual(list)
      expect(list.map(({ id }) => id)).toEqual([...new Set(list.map(({ id }) => id))].toSorted())
    }),
  )
})

test('it is the same in a store, and what is known keeps its identity', () => {
  const [state, set] = createStore<{ list: Sourced[] }>({ list: [{ id: 'b', from: 'before' }] })
  const [known] = state.list
  set(
    produce((draft) => {
      draft.list = merged(draft.list, [{ id: 'a', from: 'page' }])
      upsert(draft.list, { id: 'c', from: 'event' })
    }),
  )
  expect(state.list.map(({ id }) => id)).toEqual(['a', 'b', 'c'])
  expect(state.list[1]).toBe(known)
  set(produce((draft) => removeById(draft.list, 'a')))
  expect(state.list.map(({ id }) => id)).toEqual(['b', 'c'])
})

test('entries of one time stay in the order in which they came', () => {
  const list = [{ id: 'x' }]
  upsert(list, { id: 'a' }, () => 0)
  expect(list.map(({ id }) => id)).toEqual(['x', 'a'])
})
