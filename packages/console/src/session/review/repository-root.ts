import type { ServerProject } from '../../../shared/api.ts'

/** The repository that a folder is in, as far as the server's projects tell: of a folder below it the engine reads no lines. Pure. */
export function rootOf(directory: string, projects: readonly Pick<ServerProject, 'worktree'>[]): string {
  const around = projects
    .map(({ worktree }) => worktree)
    .filter((worktree) => worktree !== '/' && `${directory}/`.startsWith(`${worktree}/`))
  return around.toSorted((a, b) => b.length - a.length)[0] ?? directory
}
