/** The project that the demo's model works on: a real git repository with a history. */
import { cp } from 'node:fs/promises'
import path from 'node:path'
import { repoRoot } from '../repo.ts'
import { run } from '../run.ts'

const HISTORY: [message: string, date: string, ...files: string[]][] = [
  ['Serve a page', '2026-01-12T09:14:00Z', 'package.json', 'README.md', 'src/server.js', 'src/routes.js'],
  ['Let visitors log in', '2026-01-19T16:40:00Z', 'src/auth.js', 'src/session.js', 'test/auth.test.js'],
  ['Search by words', '2026-02-03T11:02:00Z', 'src/search.js', 'test/search.test.js'],
  ['Give it colours', '2026-02-20T18:25:00Z', 'src/theme.css'],
]

/** Copies the project to `folder` and commits it piece by piece. */
export async function makeProject(folder: string, env: NodeJS.ProcessEnv): Promise<void> {
  await cp(path.join(repoRoot, 'e2e/project'), folder, { recursive: true })
  const author = { GIT_AUTHOR_NAME: 'Ada', GIT_AUTHOR_EMAIL: 'ada@fieldnotes.example' }
  const committer = { GIT_COMMITTER_NAME: 'Ada', GIT_COMMITTER_EMAIL: 'ada@fieldnotes.example' }
  const git = async (args: string[], date = '') => {
    const dates = date ? { GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date } : {}
    const result = await run('git', args, { cwd: folder, env: { ...env, ...author, ...committer, ...dates } })
    if (result.code !== 0) throw new Error(`git ${args.join(' ')}: ${result.stderr}`)
  }
  await git(['init', '--quiet', '--initial-branch=main'])
  for (const [message, date, ...files] of HISTORY) {
    await git(['add', ...files])
    await git(['commit', '--quiet', '--message', message], date)
  }
}
