/** What `git worktree list` and `git status` say. Pure. */

export interface ListedWorktree {
  directory: string
  /** Undefined: it is on none. */
  branch: string | undefined
  /** The commit that it is at. Undefined: there is none yet. */
  head: string | undefined
}

/** Of `git worktree list --porcelain`, with or without `-z`; the main one is the first. Bare ones have no files. */
export function readWorktrees(text: string, end: '\0' | '\n' = '\0'): ListedWorktree[] {
  return text.split(end + end).flatMap((entry): ListedWorktree[] => {
    const lines = entry.split(end)
    const of = (name: string) => lines.find((line) => line.startsWith(`${name} `))?.slice(name.length + 1)
    const directory = of('worktree')
    if (
      directory === undefined ||
      lines.includes('bare') ||
      lines.some((line) => line.startsWith('prunable'))
    )
      return []
    const head = of('HEAD')
    return [
      {
        directory,
        branch: of('branch')?.replace(/^refs\/heads\//, ''),
        head: head && /[^0]/.test(head) ? head : undefined,
      },
    ]
  })
}

/** Files that are not as they were committed, of `git status --porcelain -z`: a renamed one is two entries. */
export function countChanged(text: string): number {
  const entries = text.split('\0').filter((entry) => entry !== '')
  const renamed = entries.filter((entry) => /^(R.|.R|C.|.C) /.test(entry)).length
  return entries.length - renamed
}

/** Of `git rev-list --left-right --count a...b`; nothing where it says nothing. */
export function readAheadBehind(text: string): { behind?: number; ahead?: number } {
  const [, behind, ahead] = /^(\d+)\s+(\d+)/.exec(text) ?? []
  return behind === undefined || ahead === undefined ? {} : { behind: Number(behind), ahead: Number(ahead) }
}
