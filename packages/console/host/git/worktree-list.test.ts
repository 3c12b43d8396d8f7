import { expect, test } from 'vitest'
import { countChanged, readAheadBehind, readWorktrees } from './worktree-list.ts'

test('worktrees, the main one first, a detached and a bare one', () => {
  const text =
    'worktree /p/app\0HEAD 1\0branch refs/heads/main\0\0' +
    'worktree /data/a b\nc\0HEAD 2\0branch refs/heads/opencode/try\0\0' +
    'worktree /p/loose\0HEAD 3\0detached\0\0' +
    'worktree /p/unborn\0HEAD 0000\0branch refs/heads/first\0\0worktree /p/bare\0bare\0\0' +
    'worktree /gone\0HEAD 4\0branch refs/heads/x\0prunable gitdir file points to non-existent location\0\0'
  expect(readWorktrees(text)).toEqual([
    { directory: '/p/app', branch: 'main', head: '1' },
    { directory: '/data/a b\nc', branch: 'opencode/try', head: '2' },
    { directory: '/p/loose', branch: undefined, head: '3' },
    { directory: '/p/unborn', branch: 'first', head: undefined },
  ])
  expect(readWorktrees('')).toEqual([])
})

test('worktrees in lines, as git tells them that knows no other ends', () => {
  const text = 'worktree /p/app\nHEAD 1\nbranch refs/heads/main\n\nworktree /p/loose\nHEAD 3\ndetached\n\n'
  expect(readWorktrees(text, '\n')).toEqual([
    { directory: '/p/app', branch: 'main', head: '1' },
    { directory: '/p/loose', branch: undefined, head: '3' },
  ])
})

test('changed files are counted once, renamed ones too', () => {
  expect(countChanged('')).toBe(0)
  expect(countChanged(' M a\0?? b\0R  new\0old\0')).toBe(3)
})

test.each([
  ['2\t3\n', { behind: 2, ahead: 3 }],
  ['', {}],
])('ahead and behind of "%s"', (text, expected) => expect(readAheadBehind(text)).toEqual(expected))
