/** What the host does with git in the repositories of the managed daemon's projects. */

export type WorktreeAct = 'merge' | 'rebase' | 'push'

export interface GitWorktree {
  directory: string
  /** Absent: it is on none. */
  branch?: string
  /** The one that others are compared with, and merged into. */
  isMain: boolean
  /** Files that are not as they were committed, new ones among them. Absent: unknown, as with the two below. */
  changed?: number
  /** Commits that it has and the main one has not, and the other way round. */
  ahead?: number
  behind?: number
}
