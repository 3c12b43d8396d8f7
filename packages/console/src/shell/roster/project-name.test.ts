import { expect, test } from 'vitest'
import { projectOf } from './project-name.ts'

const state = { servers: { d: { info: { projects: [{ id: 'p', worktree: '/src/app' }] } } } } as never
const of = (projectID: string, directory: string) =>
  projectOf(state, { serverId: 'd', session: { projectID, directory } as never }, (path) => path.slice(1))

test.each([
  ['a worktree stands with its repository', of('p', '/elsewhere'), { id: 'd p', name: 'src/app' }],
  ['what is in none goes by its folder', of('global', '/tmp'), { id: 'd /tmp', name: 'tmp' }],
  ['and so does what nobody knows', of('q', '/tmp'), { id: 'd /tmp', name: 'tmp' }],
])('%s', (_, found, expected) => {
  expect(found).toEqual(expected)
})
