import { expect, test } from 'vitest'
import type { GitWorktree } from '../../../shared/git.ts'
import { sayLoss, sayState } from './worktree-text.ts'

const worktree = { directory: '/w', branch: 'try', isMain: false }
const none = { changed: 0, ahead: 0, behind: 0 }
const MERGED = 'All of it is merged: nothing is lost.'

test.each<[Partial<GitWorktree>, string, string]>([
  [none, 'up to date with main', MERGED],
  [{ ...none, isMain: true }, 'clean', MERGED],
  [{ ...none, isMain: true, changed: 2 }, '2 files not committed', 'Lost: 2 uncommitted files.'],
  [
    { ...none, ahead: 1, behind: 2 },
    '1 commit ahead of main, 2 commits behind',
    'Lost: 1 unmerged commit on try.',
  ],
  [
    { ...none, ahead: 2, changed: 1 },
    '2 commits ahead of main, 1 file not committed',
    'Lost: 1 uncommitted file, and 2 unmerged commits on try.',
  ],
  [
    {},
    'commits unknown, changes unknown',
    'Unknown: whether there are uncommitted files, or unmerged commits.',
  ],
  [
    { changed: 1 },
    'commits unknown, 1 file not committed',
    'Lost: 1 uncommitted file. Unknown: whether there are unmerged commits.',
  ],
  [{ ahead: 0, behind: 0 }, 'changes unknown', 'Unknown: whether there are uncommitted files.'],
])('%j', (has, state, loss) => {
  expect(sayState({ ...worktree, ...has })).toBe(state)
  expect(sayLoss({ ...worktree, ...has })).toBe(loss)
})

test('no name turns the sentence around', () => {
  expect(sayState({ ...worktree, ...none }, 'a\u202Eb')).toBe('up to date with a\\u{202e}b')
  expect(sayLoss({ ...worktree, ...none, ahead: 1, branch: 'a\u202Eb' })).toContain('on a\\u{202e}b.')
})
