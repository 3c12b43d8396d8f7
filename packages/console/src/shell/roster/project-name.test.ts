import { expect, test } from 'vitest'
import { projectOf } from './project-name.ts'

const info = {
  kind: 'open',
  url: 'http://127.0.0.1:4098',
  port: 4098,
  projects: [
    { id: 'global', worktree: '/' },
    { id: 'p', worktree: '/src/app' },
    { id: 'n', worktree: '/src/named', name: ' Shop \u202e\nfront', color: 'mint' },
    { id: 'u', worktree: '/src/unnamed', name: '' },
  ],
}
const state = { servers: { d: { info }, e: {} } } as never
const server = 'localhost:4098'
const isMarked = false
const of = (projectID: string, directory: string, serverId = 'd') =>
  projectOf(state, { serverId, session: { projectID, directory } as never }, (path) => path.slice(1))

test.each([
  [
    'a worktree stands with its repository',
    of('p', '/elsewhere'),
    { id: 'd p', name: 'src/app', server, isMarked },
  ],
  [
    'it is called as its user says, in one line, with its colour',
    of('n', '/src/named'),
    { id: 'd n', name: 'Shop \\u{202e} front', server, isMarked, color: 'mint' },
  ],
  ['an empty name is none', of('u', '/src/unnamed'), { id: 'd u', name: 'src/unnamed', server, isMarked }],
  [
    'what is in none goes by its folder',
    of('global', '/tmp'),
    { id: 'd /tmp', name: 'tmp', server, isMarked },
  ],
  [
    'so does one of a server that is not read yet',
    of('p', '/tmp', 'e'),
    { id: 'e /tmp', name: 'tmp', server: 'e', isMarked },
  ],
  ['and of one that is gone', of('p', '/tmp', 'f'), { id: 'f /tmp', name: 'tmp', server: 'f', isMarked }],
  ['and so does what nobody knows', of('q', '/tmp'), { id: 'd /tmp', name: 'tmp', server, isMarked }],
])('%s', (_, found, expected) => {
  expect(found).toEqual(expected)
})
