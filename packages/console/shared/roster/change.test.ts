import type { PermissionRequest, Pty, Session } from '@kilocode/sdk/v2/client'
import { sampleEvent } from '@kilo-console/engine/testing/sample-event'
import { expect, test } from 'vitest'
import { changeRoster, type DirectoryRead, type RosterChange, type TurnsRead } from './change.ts'
import { emptyRoster, type InDirectory, type Roster } from './roster.ts'

const session = (id: string) => ({ id, directory: '/p', time: { created: 1, updated: 1 } }) as Session
const request = (id: string, directory = '/p', sessionID = 's') =>
  ({ id, sessionID, directory }) as InDirectory<PermissionRequest>
const terminal = (id: string, status = 'running', directory = '/p') =>
  ({ id, status, directory }) as InDirectory<Pty>
const busy = { type: 'busy' } as const
const nothing = { kind: 'directory', directory: '/p', activity: {}, at: 9 } as const
const read = (more: Partial<DirectoryRead>): DirectoryRead => ({
  ...nothing,
  permissions: [],
  questions: [],
  terminals: [],
  ...more,
})
const turns: TurnsRead = { kind: 'turns', idle: [], interrupted: [], ended: [], skipped: [] }

const full: Partial<Roster> = {
  sessions: { s: session('s') },
  activity: { s: busy },
  busySince: { s: 1 },
  permissions: { p: request('p'), q: request('q', '/q') },
  questions: { p: request('p'), q: request('q', '/q') } as never,
  terminals: { a: terminal('a'), b: terminal('b', 'exited'), c: terminal('c', 'running', '/q') },
}

test.each<[string, Partial<Roster>, RosterChange, Partial<Roster>]>([
  ['whole', {}, { kind: 'whole', roster: { ...emptyRoster(), ...full } }, full],
  [
    'whether it could be read',
    full,
    { kind: 'load', load: { status: 'loading' } },
    { ...full, load: { status: 'loading' } },
  ],
  [
    'sessions take the place of those before',
    full,
    { kind: 'sessions', sessions: [session('t')], more: true, isNewRun: false },
    { ...full, sessions: { t: session('t') }, more: true, load: { status: 'ready' } },
  ],
  [
    'what is pinned and older joins them; what of it is gone goes',
    { ...full, pinned: { t: true, s: true } },
    { kind: 'pinned-read', sessions: [session('t')], gone: ['s'] },
    { ...full, sessions: { t: session('t') }, pinned: { t: true } },
  ],
  [
    'a new run of the engine has no terminal of the last',
    { terminals: { a: terminal('a'), b: terminal('b', 'exited') } },
    { kind: 'sessions', sessions: [], more: false, isNewRun: true },
    { terminals: { b: terminal('b', 'exited') }, load: { status: 'ready' } },
  ],
  [
    'a directory in which nothing is any more',
    full,
    read({}),
    {
      ...full,
      permissions: { q: request('q', '/q') },
      questions: { q: request('q', '/q') } as never,
      terminals: { b: terminal('b', 'exited'), c: terminal('c', 'running', '/q') },
    },
  ],
  [
    'a directory in which something is',
    {},
    read({
      activity: { s: busy },
      permissions: [request('p')],
      questions: [request('p')] as never,
      terminals: [terminal('a')],
    }),
    {
      activity: { s: busy },
      busySince: { s: 9 },
      permissions: { p: request('p') },
      questions: { p: request('p') } as never,
      terminals: { a: terminal('a') },
    },
  ],
  [
    'a directory whose terminals nobody asked for',
    { terminals: { a: terminal('a') } },
    read({ terminals: null }),
    { terminals: { a: terminal('a') } },
  ],
  [
    'what turned out to be idle waits for nobody',
    { ...full, interrupted: { x: true, y: true } },
    {
      ...turns,
      idle: ['s'],
      interrupted: ['s'],
      ended: ['x'],
      skipped: [{ directory: '/d', reason: 'no' }],
    },
    {
      sessions: full.sessions,
      terminals: full.terminals,
      interrupted: { y: true, s: true },
      complete: true,
      skipped: [{ directory: '/d', reason: 'no' }],
    } as Partial<Roster>,
  ],
  [
    'what is too much is left out',
    full,
    {
      kind: 'left-out',
      ids: { sessions: ['s'], activity: ['s'], permissions: ['p'], questions: ['q'], terminals: ['a'] },
    },
    {
      more: true,
      permissions: { q: request('q', '/q') },
      questions: { p: request('p') } as never,
      terminals: { b: terminal('b', 'exited'), c: terminal('c', 'running', '/q') },
    },
  ],
  [
    'pins take the place of those before',
    { pinned: { a: true } },
    { kind: 'pinned', ids: ['b'] },
    { pinned: { b: true } },
  ],
  ['nothing is too much', full, { kind: 'left-out', ids: {} }, full],
  [
    'fault 66: a server that has ended leaves nothing that looks alive',
    full,
    { kind: 'server-ended' },
    { sessions: full.sessions, terminals: full.terminals, interrupted: { s: true } } as Partial<Roster>,
  ],
])('%s', (_, before, change, after) => {
  const roster = { ...emptyRoster(), ...(JSON.parse(JSON.stringify(before)) as Partial<Roster>) }
  changeRoster(roster, change)
  expect(roster).toEqual({ ...emptyRoster(), ...after })
})

test('what was heard while it was read is newer than what was read', () => {
  const roster = emptyRoster()
  const event = sampleEvent('session.created', { sessionID: 'new', info: session('new') })
  const read: RosterChange = { kind: 'sessions', sessions: [session('s')], more: false, isNewRun: false }
  changeRoster(roster, read, [{ event }])
  expect(Object.keys(roster.sessions)).toEqual(['s', 'new'])
})

test('fault 63: of sessions that were cut off, two hundred are remembered', () => {
  const roster = emptyRoster()
  for (let nth = 0; nth < 205; nth += 1) roster.activity[`s${nth}`] = busy
  changeRoster(roster, { kind: 'server-ended' })
  expect([Object.keys(roster.interrupted).length, Object.keys(roster.interrupted)[0]]).toEqual([200, 's5'])
  changeRoster(roster, { ...turns, interrupted: ['x'] })
  expect([Object.keys(roster.interrupted).length, Object.keys(roster.interrupted)[0]]).toEqual([200, 's6'])
})
