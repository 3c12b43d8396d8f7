/** What is done with a worktree's branch. All of it or nothing: what conflicts is given up, and named. */
import type { GitWorktree, WorktreeAct } from '../../shared/git.ts'
import type { Repository } from './repository.ts'
import { runGit, type GitResult } from './run-git.ts'
import { readable, refusal } from './said.ts'
import { listWorktrees } from './worktrees.ts'

const PATIENCE_MS = 120_000

interface Pair {
  main: GitWorktree & { branch: string }
  own: GitWorktree & { branch: string }
}

/** Throws 409 with a sentence where it cannot be done; then everything is as it was before. Answers what git said. */
export async function actOnWorktree(repository: Repository, act: WorktreeAct): Promise<{ said: string }> {
  const pair = await pairOf(repository)
  switch (act) {
    case 'merge':
      return merge(pair)
    case 'rebase':
      return rebase(pair)
    case 'push':
      return push(pair)
  }
}

async function pairOf(repository: Repository): Promise<Pair> {
  const all = await listWorktrees(repository)
  const [main, own] = [
    all.find(({ isMain }) => isMain),
    all.find(({ directory }) => directory === repository.root),
  ]
  const isOn = (one: GitWorktree | undefined): one is Pair['own'] => one?.branch !== undefined
  if (!isOn(main) || !isOn(own) || own.isMain)
    throw refusal('no-worktree', 'This needs a worktree with a branch of its own, and one to merge into.', '')
  return { main, own }
}

/** Of files that git knows: others stay where they are, or git itself refuses. */
async function requireClean(what: string, { directory }: GitWorktree): Promise<void> {
  const { stdout } = await runGit(directory, ['status', '--porcelain', '-z', '--untracked-files=no'])
  if (stdout !== '')
    throw refusal('not-clean', `${what} has uncommitted changes: commit them first.`, directory)
}

async function merge({ main, own }: Pair): Promise<{ said: string }> {
  await requireClean('The worktree', own)
  await requireClean(`The folder of ${main.branch}`, main)
  const done = await runGit(main.directory, ['merge', '--no-edit', '--', own.branch], { waitMs: PATIENCE_MS })
  return settled(done, main.directory, 'merge', `${own.branch} can’t be merged into ${main.branch}`)
}

async function rebase({ main, own }: Pair): Promise<{ said: string }> {
  await requireClean('The worktree', own)
  const done = await runGit(own.directory, ['rebase', main.branch], { waitMs: PATIENCE_MS })
  return settled(done, own.directory, 'rebase', `${own.branch} can’t be rebased on ${main.branch}`)
}

async function push({ own }: Pair): Promise<{ said: string }> {
  const { stdout } = await runGit(own.directory, ['remote'])
  const remotes = stdout.split('\n').filter(Boolean)
  const remote = remotes.includes('origin') ? 'origin' : remotes[0]
  if (remote === undefined) throw refusal('no-remote', 'This repository has no remote to push to.', '')
  const args = ['push', '--set-upstream', '--', remote, `refs/heads/${own.branch}`]
  const done = await runGit(own.directory, args, { hooks: true, waitMs: PATIENCE_MS })
  if (done.code !== 0) throw refusal('not-pushed', 'Nothing was pushed.', done.said)
  return { said: readable(done.said) }
}

/** What stopped half-way is given up. */
async function settled(done: GitResult, directory: string, verb: 'merge' | 'rebase', failed: string) {
  if (done.code === 0) return { said: readable(done.said) }
  const { stdout } = await runGit(directory, ['diff', '--name-only', '--diff-filter=U', '-z'])
  const files = stdout.split('\0').filter(Boolean)
  await runGit(directory, [verb, '--abort'])
  if (files.length === 0) throw refusal('not-merged', `${failed}. Nothing has changed.`, done.said)
  const named = files.slice(0, 20).join(', ') + (files.length > 20 ? ` and ${files.length - 20} more` : '')
  throw refusal('conflicts', `${failed}: both changed the same lines of ${named}. Nothing has changed.`, '')
}
