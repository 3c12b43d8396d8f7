/** Which folders git may be run in: repositories of the managed daemon's projects, and their worktrees. */
import { realpath } from 'node:fs/promises'
import { dirname, isAbsolute, resolve } from 'node:path'
import type { ServerProject } from '../../shared/api.ts'
import { HttpProblem } from '../http/problem.ts'
import { runGit } from './run-git.ts'

export interface Repository {
  /** The root of the worktree that was asked for. */
  root: string
  /** Of the repository's main worktree. */
  main: string
}

/** Throws 404 for a folder that is in no repository of these projects. */
export async function findRepository(
  directory: string,
  projects: readonly Pick<ServerProject, 'worktree'>[],
): Promise<Repository> {
  const found = isAbsolute(directory) ? await lookUp(directory) : undefined
  if (!found || !(await isAmong(found.main, projects))) {
    throw new HttpProblem(
      404,
      'no-repository',
      'This folder is in no git repository of this server’s projects.',
    )
  }
  return found
}

async function lookUp(directory: string): Promise<Repository | undefined> {
  try {
    const at = await realpath(directory)
    const { code, stdout } = await runGit(at, ['rev-parse', '--show-toplevel', '--git-common-dir'])
    const [root = '', common = ''] = stdout.split('\n')
    if (code !== 0 || root === '' || common === '') return undefined
    return { root, main: dirname(await realpath(resolve(at, common))) }
  } catch (error) {
    if (error instanceof HttpProblem) throw error
    return undefined
  }
}

async function isAmong(main: string, projects: readonly Pick<ServerProject, 'worktree'>[]): Promise<boolean> {
  for (const { worktree } of projects) {
    if (worktree === '/') continue
    if (worktree === main || (await realpath(worktree).catch(() => '')) === main) return true
  }
  return false
}
