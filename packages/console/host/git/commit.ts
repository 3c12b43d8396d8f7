import { HttpProblem } from '../http/problem.ts'
import { inTurn } from './in-turn.ts'
import type { Repository } from './repository.ts'
import { askGit, runGit, type GitResult } from './run-git.ts'
import { refusal } from './said.ts'

/** Hooks run tests, some of them. */
const PATIENCE_MS = 120_000
const MOST_FILES = 5000
const MOST_MESSAGE = 20_000

export interface CommitRequest {
  message: string
  /** Paths below the repository's root. */
  files: string[]
}

/** Throws 400 for what is no commit. */
export function readCommit({ message, files }: Record<string, unknown>): CommitRequest {
  const isPath = (file: unknown): file is string =>
    typeof file === 'string' && file !== '' && !file.includes('\0')
  const isMessage = typeof message === 'string' && message.trim() !== '' && message.length <= MOST_MESSAGE
  if (
    !isMessage ||
    !Array.isArray(files) ||
    files.length === 0 ||
    files.length > MOST_FILES ||
    !files.every(isPath)
  )
    throw new HttpProblem(400, 'no-commit', 'A commit needs a message and files.')
  return { message, files }
}

/**
 * Commits these files as they are now, and nothing else, with the hooks of the repository. Throws 409 with what git or a hook said; then what is
 * staged is as it was before.
 */
export const commitFiles = (
  { root, main }: Repository,
  request: CommitRequest,
  waitMs = PATIENCE_MS,
): Promise<{ commit: string }> => inTurn(main, () => commitIn(root, request, waitMs))

async function commitIn(
  root: string,
  { message, files }: CommitRequest,
  waitMs: number,
): Promise<{ commit: string }> {
  const before = await commitAt(root, 'HEAD')
  const fresh = await untracked(root, files)
  let isCommitted = false
  try {
    if (fresh.length > 0) settle(await runGit(root, ['add', '--intent-to-add', '--', ...fresh]))
    const options = { input: message, hooks: true, waitMs }
    settle(await runGit(root, ['commit', '--only', '--file=-', '--', ...files], options))
    isCommitted = true
  } catch (error) {
    // A hook that comes after the commit may be what took too long. What was refused was not committed, whoever else commits here.
    isCommitted = isLate(error) && (await isOurs(root, before, message))
    if (!isCommitted) throw error
  } finally {
    // What stopped it is what is said, not what came of this.
    if (!isCommitted && fresh.length > 0)
      await runGit(root, ['reset', '--quiet', '--', ...fresh]).catch(() => undefined)
  }
  const { stdout } = await askGit(root, ['rev-parse', '--short', 'HEAD'])
  return { commit: stdout.trim() }
}

/** In full; '' where there is none. */
const commitAt = async (root: string, name: string): Promise<string> =>
  (await runGit(root, ['rev-parse', '--quiet', '--verify', name])).stdout.trim()

const isLate = (error: unknown) => error instanceof HttpProblem && error.code === 'git-late'

/** Whether the newest commit is the one after `before`, with these words. */
async function isOurs(root: string, before: string, message: string): Promise<boolean> {
  const isNext = (await commitAt(root, 'HEAD')) !== before && (await commitAt(root, 'HEAD^')) === before
  if (!isNext) return false
  const { stdout } = await runGit(root, ['log', '-1', '--format=%B'])
  return words(stdout) === words(message)
}

/** Git tidies the white space of a message. */
const words = (message: string) => message.replaceAll(/\s+/g, ' ').trim()

function settle({ code, said }: GitResult): void {
  if (code !== 0) throw refusal('commit-refused', 'Nothing was committed.', said)
}

async function untracked(root: string, files: readonly string[]): Promise<string[]> {
  const { stdout } = await askGit(root, ['ls-files', '--others', '-z', '--', ...files])
  return stdout.split('\0').filter((file) => file !== '')
}
