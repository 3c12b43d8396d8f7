import { expect, it } from 'vitest'
import { foldersOfProject, nameProject } from './folders.ts'

const session = (key: string, projectID: string, directory: string) => ({
  key,
  entry: {
    session: {
      id: key,
      slug: key,
      projectID,
      directory,
      title: '',
      version: '',
      time: { created: 1, updated: 1 },
    },
  },
})
const terminal = (key: string, directory: string) => ({
  key,
  entry: {
    terminal: {
      id: key,
      title: '',
      command: '',
      args: [],
      cwd: directory,
      status: 'running' as const,
      pid: 1,
      directory,
    },
  },
})
const project = { id: 'root-commit', worktree: '/w/one' }

it('fault 71: clones of one repository are listed by folder, and so is what has no repository', () => {
  const sessions = [
    session('a', 'root-commit', '/w/two'),
    session('b', 'root-commit', '/w/one'),
    session('c', 'root-commit', '/w/two'),
    session('d', 'global', '/w/notes'),
  ]
  const terminals = [terminal('t', '/w/two'), terminal('u', '/w/notes')]
  expect(foldersOfProject(project, sessions, terminals)).toEqual([
    { directory: '/w/two', sessions: ['a', 'c'], terminals: ['t'] },
    { directory: '/w/one', sessions: ['b'], terminals: [] },
  ])
  expect(foldersOfProject({ id: 'global', worktree: '/w/opened-last' }, sessions, terminals)).toEqual([
    { directory: '/w/notes', sessions: ['d'], terminals: ['u'] },
  ])
})

it('fault 71: a project without a session shows its own folder', () =>
  expect(foldersOfProject(project, [], [terminal('t', '/w/one'), terminal('u', '/x')])).toEqual([
    { directory: '/w/one', sessions: [], terminals: ['t'] },
  ]))

it('fault 71: what has no repository is not called by the folder that was opened last', () => {
  const nameFolder = (directory: string) => directory.slice(3)
  expect(nameProject(project, nameFolder)).toBe('one')
  expect(nameProject({ ...project, name: 'Shop' }, nameFolder)).toBe('Shop')
  expect(nameProject({ id: 'global', worktree: '/w/opened-last' }, nameFolder)).toBe('Folders without git')
  expect(nameProject(undefined, nameFolder)).toBe('Project')
})
