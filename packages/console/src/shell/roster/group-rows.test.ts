import { expect, test } from 'vitest'
import type { Roster, SessionEntry } from '../../store/roster.ts'
import type { Grouping } from '../../ui/preferences.ts'
import { groupRows } from './group-rows.ts'

const NOW = new Date(2026, 10, 26, 12).getTime()
const DAY = 24 * 60 * 60 * 1000

const entry = (id: string, project: string, daysAgo = 0) =>
  ({ serverId: 'd', session: { id, projectID: project }, updated: NOW - daysAgo * DAY }) as SessionEntry

const roster: Roster = {
  needsYou: [entry('asks', 'b')],
  working: [entry('works', 'b', 1), entry('builds', 'a')],
  recent: [entry('new', 'b'), entry('old', 'a', 2)],
  terminals: [],
}

const groups = (by: Grouping, pinned: string[] = [], of = roster) =>
  groupRows(of, {
    by,
    isPinned: ({ session }) => pinned.includes(session.id),
    projectOf: ({ session: { projectID }, serverId }) => ({
      id: `${serverId} ${projectID}`,
      name: projectID.toUpperCase(),
      server: serverId,
      isMarked: serverId === 'oc',
    }),
    now: NOW,
  })
const grouped = (...args: Parameters<typeof groups>) =>
  groups(...args).map(({ title, names }) => `${title}: ${names.map((name) => name.slice(2)).join(' ')}`)

test('by state', () => {
  expect(grouped('state')).toEqual(['Needs you: asks', 'Working: works builds', 'Recent: new old'])
})

test('by project, in the order of their names: what works, then what is new', () => {
  expect(grouped('project')).toEqual(['Needs you: asks', 'A: builds old', 'B: works new'])
})

test('by project, the same one of two servers is told apart', () => {
  const there: SessionEntry = { ...entry('there', 'b'), serverId: 'e' }
  const both = { ...roster, recent: [...roster.recent, there] }
  expect(grouped('project', [], both)).toEqual([
    'Needs you: asks',
    'A: builds old',
    'B · d: works new',
    'B · e: there',
  ])
})

test('by day, what works keeps its place while it is updated', () => {
  const at = (id: string, ago: number) => ({ ...entry(id, 'a'), updated: NOW - ago })
  const working = (...ago: [number, number]) => ({
    ...roster,
    working: [at('x', ago[0]), at('y', ago[1])],
    recent: [at('z', 5)],
  })
  const rows = ['Needs you: asks', 'Today: x y z']
  expect(grouped('day', [], working(1, 9))).toEqual(rows)
  expect(grouped('day', [], working(9, 1))).toEqual(rows)
})

test('by day, the newest first', () => {
  expect(grouped('day')).toEqual(['Needs you: asks', 'Today: builds new', 'Yesterday: works', 'Tuesday: old'])
})

test.each<Grouping>(['state', 'project', 'day'])(
  'by %s each session is there once, pinned ones first',
  (by) => {
    const rows = grouped(by, ['old', 'builds', 'asks'])
    expect(rows.slice(0, 2)).toEqual(['Needs you: asks', 'Pinned: builds old'])
    const names = rows.flatMap((row) => row.split(': ')[1]?.split(' ') ?? [])
    expect(names.toSorted()).toEqual(['asks', 'builds', 'new', 'old', 'works'])
  },
)

test('each group has an id of its own, by which it is remembered, and a colour by what it asks', () => {
  const told = (by: Grouping) => groups(by, ['old']).map(({ id, tone }) => `${id}, ${tone}`)
  expect(told('state')).toEqual(['needs-you, amber', 'pinned, grey', 'working, blue', 'recent, grey'])
  expect(told('project').slice(2)).toEqual(['of d a, grey', 'of d b, grey'])
})
