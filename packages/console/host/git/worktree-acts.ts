/** What is done with a worktree's branch. All of it or nothing: what conflicts is given up, and named. */
import type { WorktreeAct } from '../../shared/git.ts'
import { inTurn } from './in-turn.ts'
import type { Repository } from './repository.ts'
import { askGit, runGit } from './run-git.ts'
import { readable, refusal } from './said.ts'
import type { ListedWorktree } from './worktree-list.ts'
import { namesOfWorktrees } from './worktrees.ts'

const PATIENCE_MS = 120_000

type Verb = 'merge' | 'rebase'

/** What git calls the other side while one is under way. */
const HEADS: Record<Verb, string> = { merge: 'MERGE_HEAD', rebase: 'REBASE_HEAD' }

interface OnBranch {
  directory: string
  branch: string
}

interface Pair {
  main: OnBranch
  own: OnBranch
}

/** Throws 409 with a sentence where it cannot be done; then everything is as it was before. */
export function actOnWorktree(repository: Repository, act: WorktreeAct): Promise<{ said: string }> {
  if (act === 'push') return push(repository)
  return inTurn(repository.main, async () => {
    const pair = await pairOf(repository)
    return act === 'merge' ? merge(pair) : rebase(pair)
  })
}

async function pairOf(repository: Repository): Promise<Pair> {
  const all = await namesOfWorktrees(repository)
  const [main, own] = [all[0], all.find(({ directory }) => directory === repository.root)]
  const isOn = (one: ListedWorktree | undefined): one is ListedWorktree & OnBranch =>
    one?.branch !== undefined
  if (!isOn(main) || !isOn(own) || own === main)
    throw refusal('no-worktree', 'This needs a worktree with a branch of its own, and one to merge into.', '')
  return { main, own }
}

/** In full: a tag may be called like a branch, and a branch like an option. */
const refOf = ({ branch }: OnBranch) => `refs/heads/${branch}`

/** Of files that git knows: others stay where they are, or git itself refuses. */
async function requireClean(what: string, { directory }: OnBranch): Promise<void> {
  const { stdout } = await askGit(directory, ['status', '--porcelain', '-z', '--untracked-files=no'])
  if (stdout !== '')
    throw refusal('not-clean', `${what} has uncommitted changes: commit them first.`, directory)
}

async function merge({ main, own }: Pair): Promise<{ said: string }> {
  await requireClean('The worktree', own)
  await requireClean(`The folder of ${main.branch}`, main)
  const failed = `${own.branch} can’t be merged into ${main.branch}`
  return allOrNothing(main.directory, ['merge', '--no-edit', '--', refOf(own)], failed)
}

async function rebase({ main, own }: Pair): Promise<{ said: string }> {
  await requireClean('The worktree', own)
  const failed = `${own.branch} can’t be rebased onto ${main.branch}`
  return allOrNothing(own.directory, ['rebase', '--', refOf(main)], failed)
}

/** Changes nothing here but what the branch follows, and may take minutes: only that is done in its turn. */
async function push(repository: Repository): Promise<{ said: string }> {
  const { own } = await inTurn(repository.main, () => pairOf(repository))
  const { stdout } = await askGit(own.directory, ['remote'])
  const remotes = stdout.split('\n').filter(Boolean)
  const remote = remotes.includes('origin') ? 'origin' : remotes[0]
  if (remote === undefined) throw refusal('no-remote', 'This repository has no remote to push to.', '')
  const args = ['push', '--', remote, refOf(own)]
  const done = await runGit(own.directory, args, { hooks: true, waitMs: PATIENCE_MS })
  if (done.code !== 0) throw refusal('not-pushed', 'Nothing was pushed.', done.said)
  await inTurn(repository.main, () => follow(own, remote))
  return { said: readable(done.said) }
}

/** As `push --set-upstream` would. That it is pushed holds without. */
async function follow({ directory, branch }: OnBranch, remote: string): Promise<void> {
  const entries = { remote, merge: `refs/heads/${branch}` }
  for (const [name, value] of Object.entries(entries))
    await runGit(directory, ['config', `branch.${branch}.${name}`, value]).catch(() => undefined)
}

/** What stopped half-way, or took too long, is given up. */
async function allOrNothing(
  directory: string,
  args: readonly [verb: Verb, ...string[]],
  failed: string,
): Promise<{ said: string }> {
  const [verb] = args
  if (await isUnderWay(directory, verb))
    throw refusal('under-way', `A ${verb} is under way there: finish it first.`, directory)
  const abort = () => runGit(directory, [verb, '--abort'])
  const done = await runGit(directory, args, { waitMs: PATIENCE_MS }).catch(async (error: unknown) => {
    await abort().catch(() => undefined)
    throw error
  })
  if (done.code === 0) return { said: readable(done.said) }
  const files = await unmerged(directory)
  const aborted = await abort()
  const what = files.length > 0 ? `${failed}: conflicts in ${someOf(files)}.` : `${failed}.`
  if (aborted.code !== 0 && (await isUnderWay(directory, verb)))
    throw refusal('half-way', `${what} It could not be given up: finish it by hand.`, aborted.said)
  const [code, said] = files.length > 0 ? ['conflicts', ''] : ['not-merged', done.said]
  throw refusal(code, `${what} Nothing has changed.`, said)
}

async function isUnderWay(directory: string, verb: Verb): Promise<boolean> {
  const { code } = await runGit(directory, ['rev-parse', '--quiet', '--verify', HEADS[verb]])
  return code === 0
}

async function unmerged(directory: string): Promise<string[]> {
  const { stdout } = await runGit(directory, ['diff', '--name-only', '--diff-filter=U', '-z'])
  return stdout.split('\0').filter(Boolean)
}

/** One line, whatever they are called. */
function someOf(files: readonly string[]): string {
  const named = files.slice(0, 20).map((file) => file.replaceAll(/\p{Cc}/gu, '\uFFFD'))
  return named.join(', ') + (files.length > 20 ? ` and ${files.length - 20} more` : '')
}
