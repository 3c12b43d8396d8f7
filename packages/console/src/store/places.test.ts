import type { Session } from '@kilocode/sdk/v2/client'
import { expect, it } from 'vitest'
import { sampleServer } from '../../shared/sample-server.ts'
import { knownFolders, placesOf, projectsOf } from './places.ts'
import { emptyServer } from './types.ts'

const session = (id: string, directory: string, updated: number, projectID = 'root-commit'): Session => ({
  id,
  slug: id,
  projectID,
  directory,
  title: id,
  version: '7.7.7',
  time: { created: 1, updated },
})

function stateOf(health: 'healthy' | 'offline', sessions: Session[]) {
  const projects = [
    { id: 'root-commit', worktree: '/w/clone-9' },
    { id: 'other', worktree: '/w/other' },
    { id: 'global', worktree: '/w/opened-last' },
  ]
  const server = emptyServer(sampleServer({ id: 'daemon', health, projects }))
  server.sessions = Object.fromEntries(sessions.map((one) => [one.id, one]))
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

it('a server that does not answer has no places, and its folders keep their names', () => {
  expect(placesOf(stateOf('offline', sessions))).toEqual([])
  expect(knownFolders(stateOf('offline', sessions))).toContain('/w/notes')
})
