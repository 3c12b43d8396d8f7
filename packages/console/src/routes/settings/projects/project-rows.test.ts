import { expect, test } from 'vitest'
import { projectRows, rowOfFolder, sessionsText, wrongProjectName } from './project-rows.ts'

const session = (projectID: string, directory: string, updated: number) => ({
  projectID,
  directory,
  time: { updated },
})
const server = (health: string, projects: object[], sessions: object[] = [], more = false) => ({
  info: { health, projects },
  sessions: Object.fromEntries(sessions.map((one, index) => [index, one])),
  more,
})
const state = {
  order: ['d', 'off'],
  servers: {
    d: server(
      'healthy',
      [
        { id: 'global', worktree: '/' },
        { id: 'new', worktree: '/new' },
        { id: 'shop', worktree: '/shop', name: 'Shop', color: 'mint' },
      ],
      [session('shop', '/shop-tree', 5), session('shop', '/shop', 3), session('global', '/notes', 9)],
    ),
    off: server('offline', [{ id: 'gone', worktree: '/gone' }]),
  },
} as never

test('projects of healthy servers with their folders, the last used first, folders without git behind', () => {
  expect(projectRows(state).map(({ project, ...row }) => ({ id: project.id, ...row }))).toEqual([
    {
      id: 'shop',
      serverId: 'd',
      folders: ['/shop', '/shop-tree'],
      sessions: 2,
      lastUsed: 5,
      hasOlder: false,
    },
    { id: 'new', serverId: 'd', folders: ['/new'], sessions: 0, lastUsed: 0, hasOlder: false },
    { id: 'global', serverId: 'd', folders: ['/notes'], sessions: 1, lastUsed: 9, hasOlder: false },
  ])
})

test('folders without git are none while nobody has worked in one', () => {
  const none = { order: ['d'], servers: { d: server('healthy', [{ id: 'global', worktree: '/' }]) } } as never
  expect(projectRows(none)).toEqual([])
})

test.each([
  ['/shop-tree', 'shop'],
  ['/notes', 'global'],
  ['/', undefined],
])('%s belongs to %s', (folder, id) => {
  expect(rowOfFolder(projectRows(state), 'd', folder)?.project.id).toBe(id)
})

test.each([
  [0, false, 'no session'],
  [0, true, 'no recent session'],
  [1, false, '1 session'],
  [2, true, 'at least 2 sessions'],
])('%i sessions, older ones: %s', (sessions, hasOlder, text) => {
  expect(sessionsText({ sessions, hasOlder })).toBe(text)
})

test.each([
  ['Shop', true],
  ['', true],
  ['Läden & 店', true],
  ['two\nlines', false],
  ['turned \u202e round', false],
  ['x'.repeat(101), false],
])('%j may be a name: %s', (name, may) => {
  expect(wrongProjectName(name) === undefined).toBe(may)
})
