import { expect, test } from 'vitest'
import { rootOf } from './repository-root.ts'

test.each([
  ['/p/app', ['/p/app'], '/p/app'],
  ['/p/app/sub', ['/p/app', '/p/app2', '/'], '/p/app'],
  ['/p/app/vendor/lib/src', ['/p/app', '/p/app/vendor/lib'], '/p/app/vendor/lib'],
  ['/p/apple', ['/p/app'], '/p/apple'],
  ['/elsewhere', ['/'], '/elsewhere'],
])('%s, with %j', (directory, worktrees, root) => {
  expect(
    rootOf(
      directory,
      worktrees.map((worktree) => ({ worktree })),
    ),
  ).toBe(root)
})
