import type { GitWorktree } from '../../shared/git.ts'
import { mapLimit } from '../servers/map-limit.ts'
import type { Repository } from './repository.ts'
import { askGit, runGit } from './run-git.ts'
import { countChanged, readAheadBehind, readWorktrees, type ListedWorktree } from './worktree-list.ts'

/** So many are looked into, each by two runs of git. Of the others nothing is known but where they are. */
const MOST = 100
const AT_ONCE = 4
/** Git's code for an option that it does not know. */
const USAGE = 129

/** The worktrees of a repository, the main one first. Throws where git does not tell them. */
export async function namesOfWorktrees({ main }: Repository): Promise<ListedWorktree[]> {
  const list = ['worktree', 'list', '--porcelain']
  const told = await runGit(main, [...list, '-z'])
  if (told.code === 0) return readWorktrees(told.stdout)
  // Before git 2.36.
  if (told.code === USAGE) return readWorktrees((await askGit(main, list)).stdout, '\n')
  return readWorktrees((await askGit(main, [...list, '-z'])).stdout)
}

/** With what each has that the main one has not. The one that is asked from is always looked into; `isOne`: it alone. */
export async function listWorktrees(repository: Repository, isOne = false): Promise<GitWorktree[]> {
  const all = await namesOfWorktrees(repository)
  const [main] = all
  if (!main) return []
  const own = all.filter(({ directory }) => directory === repository.root)
  if (isOne) return Promise.all(own.map((one) => look(one, main)))
  return mapLimit(AT_ONCE, [...all.entries()], async ([at, one]) =>
    at < MOST || one.directory === repository.root ? look(one, main) : told(one, main),
  )
}

const told = ({ directory, branch }: ListedWorktree, main: ListedWorktree): GitWorktree => ({
  directory,
  isMain: directory === main.directory,
  ...(branch !== undefined && { branch }),
})

/** What cannot be counted stays unknown: one broken worktree hides no other. */
async function look(one: ListedWorktree, main: ListedWorktree): Promise<GitWorktree> {
  const [changed, commits] = await Promise.all([
    changedIn(one).catch(() => ({})),
    commitsOf(one, main).catch(() => ({})),
  ])
  return { ...told(one, main), ...changed, ...commits }
}

async function changedIn({ directory }: ListedWorktree): Promise<{ changed: number }> {
  const { stdout } = await askGit(directory, ['status', '--porcelain', '-z'])
  return { changed: countChanged(stdout) }
}

/** By commits, not by names: those that are on no branch count as well. */
async function commitsOf(
  { directory, head }: ListedWorktree,
  main: ListedWorktree,
): Promise<Pick<GitWorktree, 'ahead' | 'behind'>> {
  if (directory === main.directory) return { ahead: 0, behind: 0 }
  if (head === undefined || main.head === undefined) return {}
  const range = `${main.head}...${head}`
  const { stdout } = await askGit(directory, ['rev-list', '--left-right', '--count', range, '--'])
  return readAheadBehind(stdout)
}
