import { HttpProblem } from '../http/problem.ts'
import type { Repository } from './repository.ts'
import { runGit } from './run-git.ts'
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
export async function commitFiles(
  { root }: Repository,
  { message, files }: CommitRequest,
): Promise<{ commit: string }> {
  const fresh = await untracked(root, files)
  if (fresh.length > 0) {
    const added = await runGit(root, ['add', '--intent-to-add', '--', ...fresh])
    if (added.code !== 0) throw refusal('commit-refused', 'Nothing was committed.', added.said)
  }
  const options = { input: message, hooks: true, waitMs: PATIENCE_MS }
  const done = await runGit(root, ['commit', '--only', '--file=-', '--', ...files], options)
  if (done.code !== 0) {
    if (fresh.length > 0) await runGit(root, ['reset', '--quiet', '--', ...fresh])
    throw refusal('commit-refused', 'Nothing was committed.', done.said)
  }
  const { stdout } = await runGit(root, ['rev-parse', '--short', 'HEAD'])
  return { commit: stdout.trim() }
}

async function untracked(root: string, files: readonly string[]): Promise<string[]> {
  const { stdout } = await runGit(root, ['ls-files', '--others', '-z', '--', ...files])
  return stdout.split('\0').filter((file) => file !== '')
}
