import type { Session } from '@kilocode/sdk/v2/client'
import { sampleEvent } from '@kilo-console/engine/testing/sample-event'
import { expect, test } from 'vitest'
import { changeRoster, type RosterChange } from './change.ts'
import { reduceRoster, type RosterEvent } from './reduce.ts'
import { emptyRoster, type Roster } from './roster.ts'

const HOUR = 3600_000
const NOW = 100 * HOUR
const session = (id: string, more: object = {}) =>
  ({ id, cost: 2, time: { created: NOW - HOUR, updated: NOW }, ...more }) as Session
const begun = (hours: number) => ({ time: { created: NOW - hours * HOUR, updated: NOW } })
const updated = (info: Session): RosterEvent => ({
  event: sampleEvent('session.updated', { sessionID: info.id, info }),
})
const deleted: RosterEvent = { event: sampleEvent('session.deleted', { sessionID: 'a' }) }
const archived = (cost: number) =>
  updated(session('a', { cost, time: { created: NOW - HOUR, updated: NOW, archived: NOW } }))
const read = (...sessions: Session[]): RosterChange => ({
  kind: 'sessions',
  sessions,
  more: true,
  isNewRun: false,
})

function after(one: Session, ...steps: (RosterEvent | RosterChange)[]): Roster {
  const roster = { ...emptyRoster(), sessions: { [one.id]: one } }
  for (const step of steps) {
    if ('kind' in step) changeRoster(roster, step)
    else reduceRoster(roster, step)
  }
  return roster
}
const costs = ({ gone }: Roster) => Object.fromEntries(Object.values(gone).map(({ id, cost }) => [id, cost]))

test.each<[string, Session, (RosterEvent | RosterChange)[], object]>([
  ['is archived, and cost more than was known', session('a'), [archived(3)], { a: 3 }],
  ['is deleted', session('a'), [deleted], { a: 2 }],
  ['is left out', session('a'), [{ kind: 'left-out', ids: { sessions: ['a'] } }], { a: 2 }],
  ['is not among those read', session('a'), [read(session('b'))], { a: 2 }],
  ['is read again', session('a'), [read(session('a'))], {}],
  ['comes back by a read', session('a'), [deleted, read(session('a'))], {}],
  ['comes back by itself', session('a'), [deleted, updated(session('a'))], {}],
  ['began long ago', session('a', begun(37)), [deleted], {}],
  ['began long before those read', session('a', begun(36)), [read(session('b'))], { a: 2 }],
  ['is told of again, with nothing', session('a'), [deleted, archived(0)], {}],
  ['cost nothing', session('a', { cost: 0 }), [deleted], {}],
  ['nobody knows', session('b'), [deleted], {}],
])('one that %s', (_, one, steps, gone) => expect(costs(after(one, ...steps))).toEqual(gone))

test('whose subagent it was is kept, and no more of it than that', () => {
  const { gone } = after(session('a', { parentID: 'p', title: 'T' }), deleted)
  expect(gone['a']).toEqual({ id: 'a', parentID: 'p', cost: 2, time: session('a').time })
  const alone = { id: 'a', cost: 2, time: session('a').time }
  expect(after(session('a'), deleted).gone['a']).toStrictEqual(alone)
})

test('of what is older than all that was read, nothing is kept', () => {
  const old = session('a', { time: { created: NOW - 80 * HOUR, updated: NOW - 60 * HOUR } })
  expect(after(old, read(session('b'))).gone).toEqual({})
})

test('the two hundred that went last are remembered', () => {
  const roster = emptyRoster()
  const ids = Array.from({ length: 205 }, (_, nth) => `s${nth}`)
  roster.sessions = Object.fromEntries(ids.map((id) => [id, session(id)]))
  changeRoster(roster, { kind: 'left-out', ids: { sessions: ids } })
  expect([Object.keys(roster.gone).length, Object.keys(roster.gone)[0]]).toEqual([200, 's5'])
})
