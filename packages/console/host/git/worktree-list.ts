/** What `git worktree list` and `git status` say. Pure. */

export interface ListedWorktree {
  directory: string
  /** Undefined: it is on none. */
  branch: string | undefined
}

/** Of `git worktree list --porcelain -z`; the main one is the first. Bare ones have no files. */
export function readWorktrees(text: string): ListedWorktree[] {
  return text.split('\0\0').flatMap((entry): ListedWorktree[] => {
    const lines = entry.split('\0')
    const of = (name: string) => lines.find((line) => line.startsWith(`${name} `))?.slice(name.length + 1)
    const directory = of('worktree')
    if (
      directory === undefined ||
      lines.includes('bare') ||
      lines.some((line) => line.startsWith('prunable'))
    )
      return []
    return [{ directory, branch: of('branch')?.replace(/^refs\/heads\//, '') }]
  })
}

/** Files that are not as they were committed, of `git status --porcelain -z`: a renamed one is two entries. */
export function countChanged(text: string): number {
  const entries = text.split('\0').filter((entry) => entry !== '')
  const renamed = entries.filter((entry) => /^(R.|.R|C.|.C) /.test(entry)).length
  return entries.length - renamed
}

/** Of `git rev-list --left-right --count a...b`. */
export function readAheadBehind(text: string): { behind: number; ahead: number } {
  const [, behind = '0', ahead = '0'] = /^(\d+)\s+(\d+)/.exec(text) ?? []
  return { behind: Number(behind), ahead: Number(ahead) }
}
