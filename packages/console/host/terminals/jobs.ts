/** What runs in terminals, for the page to name before it ends them. */
import { terminalJobs } from '@kilo-console/daemon'
import { DAEMON_ID, type ServerInfo } from '../../shared/api.ts'
import type { TerminalJobs } from '../../shared/terminal-jobs.ts'

/** So many terminals are looked into. */
const TERMINALS = 200

/** `pids`: of the terminals' shells, with commas between. The processes of other servers are not ours to look into. */
export async function readTerminalJobs(
  { id, pid }: Pick<ServerInfo, 'id' | 'pid'>,
  pids: string,
): Promise<TerminalJobs> {
  if (id !== DAEMON_ID || pid === undefined) return { jobs: null }
  const shells = pids
    .split(',')
    .map(Number)
    .filter((shell) => Number.isSafeInteger(shell) && shell > 1)
  const jobs = await terminalJobs(pid, shells.slice(0, TERMINALS))
  return { jobs: jobs ? Object.fromEntries(jobs) : null }
}
