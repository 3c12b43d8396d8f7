import { imageTypeOf } from '../../shared/image-type.ts'
import { HttpProblem } from '../http/problem.ts'
import type { Repository } from './repository.ts'
import { runGit } from './run-git.ts'

/** A picture as it was committed last, in Base64; null: it was not there. Nothing else: in a file of configuration nobody could hide its secrets. */
export async function earlierFile({ root }: Repository, path: string): Promise<{ content: string | null }> {
  if (path === '' || path.includes('\0') || path.startsWith('/') || path.split('/').includes('..'))
    throw new HttpProblem(400, 'no-path', 'This is no path below the repository.')
  if (imageTypeOf(path) === undefined)
    throw new HttpProblem(400, 'no-picture', 'Only pictures are shown as they were.')
  const { code, bytes } = await runGit(root, ['cat-file', 'blob', `HEAD:${path}`])
  return { content: code === 0 ? bytes().toString('base64') : null }
}
