import { expect, it } from 'vitest'
import { exhausted, type Spending, type UsedUp } from './exhausted.ts'

const NOW = new Date(2026, 10, 26, 18).getTime()
const none: UsedUp = new Map()

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
const stopped = (
  budget: object,
  rosters: [string, Spending][],
  before: UsedUp | undefined = none,
  now = NOW,
) => exhausted(budget, rosters, before, now).stops.map(({ server, sessionId }) => `${server}/${sessionId}`)

const works = { id: 'a', cost: 5, since: NOW - 50 }

it('a session that has used up its budget is stopped where it works', () => {
  const { stops, usedUp } = exhausted({ session: 5 }, [['daemon', roster(works)]], none, NOW)
  expect(stops).toEqual([{ server: 'daemon', sessionId: 'a', directory: '/w/a' }])
  expect([...usedUp]).toEqual([['daemon/a', NOW]])
})

it.each([
  ['within it', { session: 5.01 }, works],
  ['at rest', { session: 5 }, { id: 'a', cost: 5 }],
  ['without a budget', {}, works],
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

it('what was spent on another day does not count', () => {
  const yesterday = new Date(2026, 10, 25, 23).getTime()
  expect(stopped({ day: 5 }, [['daemon', roster({ ...works, created: yesterday })]])).toEqual([])
})

it('a turn that was begun although it is used up goes on', () => {
  const first = exhausted({ session: 5 }, [['daemon', roster(works)]], none, NOW)
  const later = { ...works, cost: 6, since: NOW + 10 }
  expect(stopped({ session: 5 }, [['daemon', roster(later)]], first.usedUp, NOW + 20)).toEqual([])
})

it('a turn that could not be stopped is tried again', () => {
  const first = exhausted({ session: 5 }, [['daemon', roster(works)]], none, NOW)
  expect(stopped({ session: 5 }, [['daemon', roster(works)]], first.usedUp, NOW + 20)).toEqual(['daemon/a'])
})

it('what was used up before anybody looked has had its turn begun by somebody who knew', () =>
  expect(exhausted({ session: 5, day: 5 }, [['daemon', roster(works)]], undefined, NOW).stops).toEqual([]))
