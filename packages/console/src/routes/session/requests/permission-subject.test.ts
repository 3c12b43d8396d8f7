import type { PermissionRequest } from '@kilocode/sdk/v2/client'
import { expect, test } from 'vitest'
import { alwaysCovers, permissionSubjectOf } from './permission-subject.ts'

const request = (permission: string, patterns: string[], metadata: object, always: string[] = []) =>
  ({ permission, patterns, metadata: { ...metadata }, always }) as PermissionRequest

test.each([
  [
    request('bash', ['rm -rf dist', 'ls'], { command: 'rm -rf dist && ls', description: 'Clean' }),
    { asks: 'wants to run a command', command: 'rm -rf dist && ls', description: 'Clean', targets: [] },
  ],
  [
    request('edit', ['src/a.ts'], { filepath: '/p/src/a.ts', diff: '@@ -1 +1 @@' }),
    { asks: 'wants to change files', diff: '@@ -1 +1 @@', targets: ['src/a.ts'] },
  ],
  [
    request('edit', ['a', 'b'], { filepath: 'a.ts, b.ts', diff: 'x' }),
    { asks: 'wants to change files', diff: 'x', targets: ['a.ts', 'b.ts'] },
  ],
  [
    request('external_directory', ['/etc/*'], { command: 'cat /etc/hosts' }),
    { asks: 'wants to leave the project’s folder', command: 'cat /etc/hosts', targets: ['/etc/*'] },
  ],
  [
    request('webfetch', ['*'], { url: 'https://x.test' }),
    { asks: 'wants to fetch a page', targets: ['https://x.test'] },
  ],
  [request('board_read', ['*'], {}), { asks: 'wants to use board_read', targets: [] }],
  [request('glob', ['**/*'], { pattern: '**/*' }), { asks: 'wants to list files', targets: ['**/*'] }],
])('%j', (given, expected) => {
  expect(permissionSubjectOf(given, '/p')).toEqual(expected)
})

test.each([
  [[], null],
  [['*'], /^every bash$/],
  [['npm *', 'git *'], /^npm \*, git \*/],
])('always %j', (always, expected) => {
  const covers = alwaysCovers(request('bash', [], {}, always))
  if (expected === null) expect(covers).toBeNull()
  else expect(covers).toMatch(expected)
})
