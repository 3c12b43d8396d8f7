import type { Session } from '@kilocode/sdk/v2/client'
import { expect, it } from 'vitest'
import { sampleServer } from '../../shared/sample-server.ts'
import { knownFolders, mayHaveWorktrees, placesOf, projectsOf } from './places.ts'
import { emptyServer, type Terminal } from './types.ts'

const session = (id: string, directory: string, updated: number, projectID = 'root-commit'): Session => ({
  id,
  slug: id,
  projectID,
  directory,
  title: id,
  version: '7.7.7',
  time: { created: 1, updated },
})

const terminal = (cwd: string) => ({ id: cwd, cwd }) as Terminal

function stateOf(health: 'healthy' | 'offline', sessions: Session[]) {
  const projects = [
    { id: 'root-commit', worktree: '/w/clone-9' },
    { id: 'other', worktree: '/w/other' },
    { id: 'global', worktree: '/w/opened-last' },
    { id: 'whole-disk', worktree: '/' },
  ]
  const server = emptyServer(sampleServer({ id: 'daemon', health, projects }))
  server.sessions = Object.fromEntries(sessions.map((one) => [one.id, one]))
  server.terminals = { t: terminal('/w/terminal') }
  return { order: ['daemon'], servers: { daemon: server } }
}

const sessions = [
  ...Array.from({ length: 9 }, (_, index) => session(`s${index}`, `/w/clone-${index + 1}`, 100 + index)),
  session('again', '/w/clone-1', 500),
  session('notes', '/w/notes', 50, 'global'),
]

it('fault 71: nine clones of one repository are nine places, the last used first; a folder without git is one', () => {
  const places = placesOf(stateOf('healthy', sessions)).map(({ directory, lastUsed }) => [
    directory,
    lastUsed,
  ])
  expect(places).toEqual([
    ['/w/clone-1', 500],
    ...Array.from({ length: 8 }, (_, index) => [`/w/clone-${9 - index}`, 108 - index]),
    ['/w/notes', 50],
    ['/w/other', 0],
  ])
})

it('fault 71: the worktree of what has no repository is no place: it is whatever was opened last', () => {
  expect(placesOf(stateOf('healthy', [])).map(({ directory }) => directory)).toEqual([
    '/w/clone-9',
    '/w/other',
  ])
  expect(projectsOf(stateOf('healthy', sessions)).map(({ project }) => project.id)).toEqual([
    'root-commit',
    'other',
  ])
})

it('a server that is listed and not known yet has none', () => {
  const state = stateOf('healthy', [])
  expect(placesOf({ ...state, order: ['coming', 'daemon'] })).toEqual(placesOf(state))
})

it.each([
  ['a clone', '/w/clone-1', 'healthy', true],
  ['a folder that nobody worked in', '/w/new', 'healthy', true],
  ['a folder without a repository', '/w/notes', 'healthy', false],
  ['a server that is away', '/w/clone-1', 'offline', false],
] as const)('a worktree of %s: %s, %s, %s', (_, directory, health, may) =>
  expect(mayHaveWorktrees(stateOf(health, sessions), { serverId: 'daemon', directory })).toBe(may),
)

it('no worktree of no folder, nor of one on a server that nobody knows', () => {
  const state = stateOf('healthy', sessions)
  expect(mayHaveWorktrees(state, undefined)).toBe(false)
  expect(mayHaveWorktrees(state, { serverId: 'gone', directory: '/w/clone-1' })).toBe(false)
})

it('a server that does not answer has no places, and its folders keep their names', () => {
  expect(placesOf(stateOf('offline', sessions))).toEqual([])
  expect(
    knownFolders(stateOf('offline', [session('s', '/w/notes', 1), session('t', '/w/other', 2)])),
  ).toEqual(['/w/clone-9', '/w/other', '/w/opened-last', '/', '/w/notes', '/w/terminal'])
})
