import { expect, test } from 'vitest'
import { emptyRoster, type Roster } from '../../shared/roster/roster.ts'
import { placesOf, placesOfShell } from './places.ts'

const NOW = 1_700_000_000_000
const session = (directory: string, updated = 0) => ({
  id: directory,
  directory,
  time: { created: 0, updated },
})
const roster = (more: object = {}): Roster => ({ ...emptyRoster(), ...more })
const nothing = { sessions: [], roster: roster(), seen: [], startedAt: NOW }
const thirty = Array.from({ length: 30 }, (_, at) => session(`/p${at}`, NOW - 90_000 - at))

test.each<[string, Partial<Parameters<typeof placesOf>[0]>, string[]]>([
  ['fault 76: nowhere in thirty projects after a start', { sessions: thirty }, []],
  ['where something has changed since', { sessions: [session('/a', NOW + 1), ...thirty] }, ['/a']],
  ['or while it started', { sessions: [session('/a', NOW - 60_000), ...thirty] }, ['/a']],
  [
    'in the newest few, where nobody knows when it began',
    { sessions: [session('/p0', NOW), ...thirty], startedAt: undefined },
    ['/p0', '/p1', '/p2', '/p3', '/p4', '/p5', '/p6', '/p7'],
  ],
  ['where events came from', { seen: ['/s', '/t'] }, ['/s', '/t']],
  [
    'where somebody is asked or works, first',
    {
      seen: ['/s', '/q'],
      roster: roster({
        sessions: { x: session('/x'), y: session('/y') },
        activity: { x: { type: 'busy' }, gone: { type: 'busy' } },
        permissions: { p: { directory: '/p' }, none: { directory: '' } },
        questions: { q: { directory: '/q' } },
        terminals: { a: { directory: '/t', status: 'running' }, b: { directory: '/u', status: 'exited' } },
      }),
    },
    ['/p', '/q', '/x', '/t', '/s'],
  ],
])('it is looked %s', (_, known, places) => {
  expect(placesOf({ ...nothing, ...known })).toEqual(places)
})

test.each([
  ['/a/b', ['/a', '/a/b', '/c', '/a/b/c', '/a/bc', '/'], ['/a/b', '/a', '/', '/c', '/a/b/c', '/a/bc']],
  ['/home/me', ['/home/me/p'], ['/home/me', '/home/me/p']],
  [undefined, ['/a', '/b'], ['/a', '/b']],
])('a terminal whose shell is in %s', (folder, known, places) => {
  expect(placesOfShell(folder, known)).toEqual(places)
})
