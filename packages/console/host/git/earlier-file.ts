import { HttpProblem } from '../http/problem.ts'
import type { Repository } from './repository.ts'
import { runGit } from './run-git.ts'

/** A file as it was committed last, in Base64; null: it was not there. Pictures are shown side by side with it. */
export async function earlierFile({ root }: Repository, path: string): Promise<{ content: string | null }> {
  if (path === '' || path.includes('\0') || path.startsWith('/') || path.split('/').includes('..'))
    throw new HttpProblem(400, 'no-path', 'This is no path below the repository.')
  const { code, bytes } = await runGit(root, ['cat-file', 'blob', `HEAD:${path}`])
  return { content: code === 0 ? bytes().toString('base64') : null }
}
