import type { GitWorktree } from '../../shared/git.ts'
import { mapLimit } from '../servers/map-limit.ts'
import type { Repository } from './repository.ts'
import { runGit } from './run-git.ts'
import { countChanged, readAheadBehind, readWorktrees, type ListedWorktree } from './worktree-list.ts'

/** More than one looks at. Each costs two runs of git. */
const MOST = 40
const AT_ONCE = 4

/** The worktrees of a repository, the main one first, and what each has that the main one's branch has not. */
export async function listWorktrees({ main }: Repository): Promise<GitWorktree[]> {
  const { stdout } = await runGit(main, ['worktree', 'list', '--porcelain', '-z'])
  const [first, ...others] = readWorktrees(stdout).slice(0, MOST)
  if (!first) return []
  return mapLimit(AT_ONCE, [first, ...others], (one) => look(one, first))
}

async function look({ directory, branch }: ListedWorktree, main: ListedWorktree): Promise<GitWorktree> {
  const isMain = directory === main.directory
  const status = await runGit(directory, ['status', '--porcelain', '-z'])
  const counts =
    isMain || !branch || !main.branch
      ? { ahead: 0, behind: 0 }
      : readAheadBehind(
          (
            await runGit(directory, [
              'rev-list',
              '--left-right',
              '--count',
              `${main.branch}...${branch}`,
              '--',
            ])
          ).stdout,
        )
  return { directory, isMain, changed: countChanged(status.stdout), ...counts, ...(branch && { branch }) }
}
