import { expect, test } from 'vitest'
import { sayLoss, sayState } from './worktree-text.ts'

const worktree = { directory: '/w', branch: 'try', isMain: false, changed: 0, ahead: 0, behind: 0 }

test.each([
  [{}, 'nothing that main has not', undefined],
  [{ isMain: true }, 'clean', undefined],
  [{ isMain: true, changed: 2 }, '2 files not committed', '2 files that are not committed'],
  [{ ahead: 1, behind: 2 }, '1 commit ahead of main, 2 commits behind', '1 commit of try that is not merged'],
  [
    { ahead: 2, changed: 1 },
    '2 commits ahead of main, 1 file not committed',
    '1 file that is not committed, and 2 commits of try that are not merged',
  ],
])('%j', (has, state, loss) => {
  expect(sayState({ ...worktree, ...has })).toBe(state)
  expect(sayLoss({ ...worktree, ...has })).toBe(loss)
})
