import { expect, test } from 'vitest'
import { projectOf } from './project-name.ts'

const info = {
  kind: 'open',
  url: 'http://127.0.0.1:4098',
  port: 4098,
  projects: [{ id: 'p', worktree: '/src/app' }],
}
const state = { servers: { d: { info } } } as never
const server = 'localhost:4098'
const of = (projectID: string, directory: string) =>
  projectOf(state, { serverId: 'd', session: { projectID, directory } as never }, (path) => path.slice(1))

test.each([
  ['a worktree stands with its repository', of('p', '/elsewhere'), { id: 'd p', name: 'src/app', server }],
  ['what is in none goes by its folder', of('global', '/tmp'), { id: 'd /tmp', name: 'tmp', server }],
  ['and so does what nobody knows', of('q', '/tmp'), { id: 'd /tmp', name: 'tmp', server }],
])('%s', (_, found, expected) => {
  expect(found).toEqual(expected)
})
