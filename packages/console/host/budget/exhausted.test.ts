import { describe, expect, it } from 'vitest'
import { exhausted, type Looked, type Spending } from './exhausted.ts'

const NOW = new Date(2026, 10, 26, 18).getTime()

interface Known {
  id: string
  cost: number
  created?: number
  parentID?: string
  /** At work since then. */
  since?: number
}
const roster = (...known: Known[]): Spending =>
  ({
    complete: true,
    gone: {},
    sessions: Object.fromEntries(
      known.map(({ id, cost, created = NOW - 1000, parentID }) => [
        id,
        { id, cost, directory: `/w/${id}`, time: { created, updated: NOW }, ...(parentID && { parentID }) },
      ]),
    ),
    activity: Object.fromEntries(
      known.flatMap(({ id, since }) => (since === undefined ? [] : [[id, { type: 'busy' }]])),
    ),
    busySince: Object.fromEntries(
      known.flatMap(({ id, since }) => (since === undefined ? [] : [[id, since]])),
    ),
  }) as unknown as Spending
/** As they were looked at before anything was spent. */
const unspent = (rosters: [string, Spending][], budget = {}): Looked =>
  exhausted(
    budget,
    rosters.map(([server, { sessions, ...known }]) => [
      server,
      {
        ...known,
        sessions: Object.fromEntries(
          Object.entries(sessions).map(([id, each]) => [id, { ...each, cost: 0 }]),
        ),
      },
    ]),
    undefined,
    NOW - 60,
  ).looked
const look = (budget: object, known: Spending, before: Looked | undefined, now = NOW) =>
  exhausted({ stops: true, ...budget }, [['daemon', known]], before, now)
const stopped = (
  budget: object,
  rosters: [string, Spending][],
  before: Looked | undefined = unspent(rosters),
) =>
  exhausted({ stops: true, ...budget }, rosters, before, NOW).stops.map(
    ({ server, sessionId }) => `${server}/${sessionId}`,
  )

const works = { id: 'a', cost: 5, since: NOW - 50 }
const within = { ...works, cost: 0 }

it('a session that has used up its budget is stopped where it works', () =>
  expect(look({ session: 5 }, roster(works), unspent([['daemon', roster(works)]])).stops).toEqual([
    { server: 'daemon', sessionId: 'a', directory: '/w/a' },
  ]))

it.each([
  ['within it', { session: 5.01 }, works],
  ['at rest', { session: 5 }, { id: 'a', cost: 5 }],
  ['without a budget', {}, works],
  ['where a warning is all that was asked for', { session: 5, stops: undefined }, works],
])('one %s is left alone', (_, budget, session) =>
  expect(stopped(budget, [['daemon', roster(session)]])).toEqual([]),
)

it('subagents count, and end with the session that asked them', () =>
  expect(
    stopped({ session: 5 }, [
      ['daemon', roster({ ...works, cost: 1 }, { id: 'b', cost: 4, parentID: 'a', since: NOW - 9 })],
    ]),
  ).toEqual(['daemon/a']))

it('a used-up day stops all that works, on every server, whenever it began', () =>
  expect(
    stopped({ day: 5 }, [
      ['daemon', roster(works, { id: 'old', cost: 0, created: 0, since: NOW - 20 })],
      ['port-1', roster({ id: 'c', cost: 0, since: NOW - 9 })],
    ]),
  ).toEqual(['daemon/a', 'daemon/old', 'port-1/c']))

it('what was archived or deleted is spent', () => {
  const gone = { b: { id: 'b', cost: 1, parentID: 'a', time: { created: NOW - 900, updated: NOW } } }
  for (const of of ['day', 'session']) {
    const spent = { ...roster({ ...works, cost: 4 }), gone }
    const before = { ...roster({ ...works, cost: 0 }) }
    const first = look({ [of]: 5 }, before, undefined, NOW - 60).looked
    expect(stopped({ [of]: 5 }, [['daemon', spent]], first)).toEqual(['daemon/a'])
  }
})

it('what was spent on another day does not count', () => {
  const yesterday = new Date(2026, 10, 25, 23).getTime()
  expect(stopped({ day: 5 }, [['daemon', roster({ ...works, created: yesterday })]])).toEqual([])
})

describe.each(['session', 'day'] as const)('of a used-up %s', (of) => {
  const first = look(
    { [of]: 5 },
    roster(works),
    look({ [of]: 5 }, roster(within), undefined, NOW - 60).looked,
  )
  const anyway = roster({ ...works, cost: 6, since: NOW + 10 })
  const stops = (budget: object, before = first.looked) => look(budget, anyway, before, NOW + 20).stops.length

  it('a turn that could not be stopped is tried again', () =>
    expect(look({ [of]: 5 }, roster(works), first.looked, NOW + 20).stops).toHaveLength(1))
  it('one that was begun all the same goes on', () => expect(stops({ [of]: 5 })).toBe(0))
  it('it goes on when another limit is set, and when this one is raised', () => {
    expect(stops({ [of]: 5, [of === 'day' ? 'session' : 'day']: 100 })).toBe(0)
    expect(stops({ [of]: 5.5 })).toBe(0)
  })
  it('a lower limit, and the wish that it stops, count at once', () => {
    expect(stops({ [of]: 4 })).toBe(1)
    const told = exhausted({ [of]: 5 }, [['daemon', anyway]], first.looked, NOW + 15)
    expect([told.stops.length, stops({ [of]: 5 }, told.looked)]).toEqual([0, 1])
  })
  it('a turn of before anybody looked was begun by somebody who may have known', () =>
    expect(look({ [of]: 5 }, roster(works), undefined).stops).toEqual([]))
  it('so it is with a server that is found later, and with one that is not known whole', () => {
    const before = exhausted({ [of]: 5, stops: true }, [['port-1', roster()]], undefined, NOW - 60).looked
    const incomplete = { ...roster(within), complete: false }
    const begun = exhausted({ [of]: 5, stops: true }, [['daemon', incomplete]], before, NOW - 55).looked
    const never = look({ [of]: 5 }, incomplete, undefined, NOW - 55).looked
    for (const looked of [before, begun, never])
      expect(look({ [of]: 5 }, roster(works), looked).stops).toEqual([])
  })
  it('what was seen is remembered while a server is read anew', () => {
    const anew = look({ [of]: 5 }, { ...roster(within), complete: false }, first.looked, NOW + 5).looked
    expect(look({ [of]: 5 }, roster({ ...works, since: NOW }), anew, NOW + 20).stops).toHaveLength(1)
  })
})

it('an old session that is listed only since it goes on is left alone, a new one has all been seen', () => {
  const before = look({ session: 5 }, roster(), undefined, NOW - 60).looked
  const stops = (created: number) => look({ session: 5 }, roster({ ...works, created }), before).stops.length
  expect([NOW - 1000, NOW - 60, NOW - 55].map(stops)).toEqual([0, 1, 1])
})

it('a new session of a server that nobody has looked at is left alone', () => {
  const before = exhausted({ session: 5, stops: true }, [['port-1', roster()]], undefined, NOW - 60).looked
  const fresh = { ...works, created: NOW - 55 }
  expect(look({ session: 5 }, roster(fresh), before).stops).toEqual([])
})

it('a day that was used up says nothing of the next one', () => {
  const evening = new Date(2026, 10, 25, 23).getTime()
  const spent = look(
    { day: 5 },
    roster({ ...works, created: evening - 9 }),
    look({ day: 5 }, roster(), undefined, evening - 60).looked,
    evening,
  ).looked
  expect(spent.day.since).toBe(evening)
  const morning = look({ day: 5 }, roster({ ...within, created: evening - 9 }), spent, NOW - 60).looked
  expect(morning.day).toEqual({ of: new Date(2026, 10, 26).getTime(), since: null })
  for (const before of [spent, morning]) expect(look({ day: 5 }, roster(works), before).stops).toHaveLength(1)
})

it('a turn that begins in the same moment, or nobody knows when, is stopped', () => {
  const begun = roster({ ...works, since: NOW })
  expect(stopped({ session: 5 }, [['daemon', begun]])).toEqual(['daemon/a'])
  expect(stopped({ session: 5 }, [['daemon', { ...begun, busySince: {} }]])).toEqual(['daemon/a'])
})

it('what works where nobody knows is not stopped, and what is gone needs not be', () => {
  const gone = { z: { id: 'z', cost: 9, time: { created: NOW - 50, updated: NOW } } }
  const unlisted = { ...roster({ ...works, cost: 1 }), sessions: {}, gone }
  const before = look({ day: 5, session: 5 }, roster(within), undefined, NOW - 60).looked
  const { looked, stops } = look({ day: 5, session: 5 }, unlisted, before)
  expect([looked.day.since, stops]).toEqual([NOW, []])
})
