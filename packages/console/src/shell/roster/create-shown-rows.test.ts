import { createRoot, createSignal } from 'solid-js'
import { expect, test } from 'vitest'
import type { RowGroup } from '../../frame/roster-view.ts'
import { createShownRows, TERMINALS } from './create-shown-rows.ts'

const TITLES: Record<string, string> = { a: 'Add tests', b: 'Fix login', c: 'Fix tests' }
const group = (id: string, names: string[]): RowGroup => ({ id, title: id, tone: 'grey', names })

function begin(typed = '') {
  return createRoot(() => {
    const [filter, setFilter] = createSignal(typed)
    const [groups, setGroups] = createSignal([group('working', ['a']), group('recent', ['b', 'c'])])
    const session = (name: string) => ({ session: { id: name, title: TITLES[name], directory: '/repo' } })
    const terminal = { id: 'pty', title: 'vim auth.ts', command: '/bin/sh', cwd: '/src/repo' }
    const rows = createShownRows(
      {
        groups,
        terminals: () => ['pty'],
        session: session as never,
        terminal: () => ({ terminal }) as never,
        folderName: (directory) => directory.slice(1),
      },
      filter,
    )
    return { rows, setFilter, setGroups }
  })
}

test('all of it stands as the roster has it', () => {
  const { rows } = begin()
  expect([rows.groups(), rows.order(), rows.namesOf(TERMINALS)]).toEqual([
    ['working', 'recent'],
    ['a', 'b', 'c'],
    ['pty'],
  ])
})

test.each([
  ['fix', ['b', 'c'], []],
  ['tests', ['a', 'c'], []],
  ['fix repo', ['b', 'c'], []],
  ['vim', [], ['pty']],
  // An abbreviation of "Add … repo", and of "repo" alone, is none of a title.
  ['ar', [], []],
  ['rp', [], []],
  ['adt', ['a'], []],
])('%j leaves %j and the terminals %j', (typed, sessions, terminals) => {
  const { rows } = begin(typed)
  expect([rows.order(), rows.namesOf(TERMINALS)]).toEqual([sessions, terminals])
})

test('under the pointer nothing moves, what is new comes last, and the order is that of the rows', () => {
  const { rows, setGroups } = begin()
  rows.hold('recent')
  setGroups([group('working', ['a']), group('recent', ['d', 'c', 'b'])])
  expect([rows.namesOf('recent'), rows.order()]).toEqual([
    ['b', 'c', 'd'],
    ['a', 'b', 'c', 'd'],
  ])
  rows.hold(undefined)
  expect(rows.order()).toEqual(['a', 'd', 'c', 'b'])
})

test('a group that is gone is not held when it is there again', () => {
  const { rows, setGroups } = begin()
  rows.hold('recent')
  setGroups([group('working', ['a'])])
  setGroups([group('recent', ['b', 'c'])])
  setGroups([group('recent', ['c', 'b'])])
  expect(rows.order()).toEqual(['c', 'b'])
})
