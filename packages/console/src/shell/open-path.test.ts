import { expect, it } from 'vitest'
import { neighbour, openPathOf } from './open-path.ts'

it.each([
  ['/', undefined],
  ['/settings/keys', undefined],
  ['/servers/daemon/sessions/ses_1', { serverId: 'daemon', kind: 'sessions', id: 'ses_1' }],
  ['/kilo/servers/port-4098/terminals/pty_1', { serverId: 'port-4098', kind: 'terminals', id: 'pty_1' }],
  ['/servers/daemon/projects/a%2Fb', { serverId: 'daemon', kind: 'projects', id: 'a/b' }],
  ['/servers/daemon/projects/%E0%A4', undefined],
  ['/servers/daemon/sessions', undefined],
])('%s shows %j', (path, shown) => expect(openPathOf(path)).toEqual(shown))

it.each([
  [undefined, 1, 'a'],
  [undefined, -1, 'c'],
  ['a', 1, 'b'],
  ['c', 1, 'a'],
  ['a', -1, 'c'],
  ['gone', 1, 'a'],
] as const)('from %s by %d to %s', (current, step, next) =>
  expect(neighbour(['a', 'b', 'c'], current, step)).toBe(next),
)
it('stays nowhere without keys', () => expect(neighbour([], undefined, 1)).toBeUndefined())
