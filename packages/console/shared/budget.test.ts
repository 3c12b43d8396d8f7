import { describe, expect, it, test } from 'vitest'
import { costedOf, costsOf, costSince, midnightBefore, patchBudget, rootOf, standingOf } from './budget.ts'

const session = (id: string, cost: number, created = 0, parentID?: string) => ({
  id,
  cost,
  time: { created, updated: created },
  ...(parentID !== undefined && { parentID }),
})
const table = (...sessions: ReturnType<typeof session>[]) =>
  Object.fromEntries(sessions.map((each) => [each.id, each]))

test.each([
  [0, 5, 'ok'],
  [3.99, 5, 'ok'],
  [4, 5, 'near'],
  [4.99, 5, 'near'],
  [5, 5, 'over'],
  [9, 5, 'over'],
] as const)('%d of %d is %s', (spent, limit, level) =>
  expect(standingOf(spent, limit)).toEqual({ spent, limit, level }),
)
it('is nothing without a limit', () => expect(standingOf(5, undefined)).toBeUndefined())

test.each([
  [{ day: 7 }, { session: 2, day: 7, stops: true }],
  [{ session: null }, { day: 5, stops: true }],
  [{ day: null }, { session: 2, stops: true }],
  [{ stops: false }, { session: 2, day: 5 }],
  [{}, { session: 2, day: 5, stops: true }],
] as const)('changed by %j, it keeps what that does not name', (patch, after) =>
  expect(patchBudget({ session: 2, day: 5, stops: true }, patch)).toStrictEqual(after),
)

describe('a session', () => {
  const family = table(session('a', 1), session('b', 2, 0, 'a'), session('c', 4, 0, 'b'), session('d', 8))
  it('counts with its subagents, however deep', () =>
    expect([...costsOf(family)]).toEqual([
      ['a', 7],
      ['d', 8],
    ]))
  it('whose parent is not known stands for itself', () =>
    expect(rootOf(table(session('x', 1, 0, 'y')), 'x')).toBe('y'))
  it('that is its own ancestor has an end', () => {
    const ring = table(session('a', 1, 0, 'b'), session('b', 2, 0, 'a'))
    expect([...costsOf(ring).values()].reduce((sum, cost) => sum + cost)).toBe(3)
  })
})

test('what is not listed any more has cost something too; what is listed again costs what it says', () => {
  const [sessions, gone] = [table(session('a', 5)), table(session('a', 1), session('b', 2))]
  expect(costedOf({ sessions, gone })).toEqual(table(session('a', 5), session('b', 2)))
})

describe('a day', () => {
  const here = table(session('a', 1, 10), session('b', 2, 20))
  it('is that of the beginning', () => {
    expect(costSince([here], 20)).toBe(2)
    expect(costSince([here], 21)).toBe(0)
  })
  it('counts what two servers know once', () =>
    expect(costSince([here, table(session('b', 2, 20))], 0)).toBe(3))
  it('begins at midnight', () =>
    expect(midnightBefore(new Date(2026, 10, 26, 23, 59).getTime())).toBe(new Date(2026, 10, 26).getTime()))
})
