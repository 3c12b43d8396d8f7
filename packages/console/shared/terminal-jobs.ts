/** A command that runs in a terminal: it ends with it. */
export interface TerminalJob {
  /** `vim auth.ts`. */
  command: string
  /** The keys go to it; false: in the background. */
  foreground: boolean
}

/**
 * Answer of `GET /api/servers/<id>/terminal-jobs?pids=<pid>,…`, by the pids of the terminals' shells: one at its prompt has an empty list.
 * One that is not named there, and all of a server whose processes cannot be seen (null), may run anything.
 */
export interface TerminalJobs {
  jobs: Record<string, TerminalJob[]> | null
}
