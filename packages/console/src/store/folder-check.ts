import { DAEMON_ID, type Problem } from '../../shared/api.ts'
import { host } from '../sdk/host.ts'
import { ProblemError } from '../sdk/problem.ts'
import type { Place } from './actions/sessions.ts'

/**
 * Why nothing can be started in a folder. The engine takes a folder that does not exist, and works on nothing. Undefined: it is there, or
 * its server is one whose folders the host cannot see.
 */
export async function folderProblem({ serverId, directory }: Place): Promise<Problem | undefined> {
  if (!seesFolders(serverId)) return undefined
  try {
    return (await host.folder(serverId, directory)).problem
  } catch {
    return undefined
  }
}

/** Whether the host sees the folders of a server: of the managed daemon alone, another may run elsewhere, in a container for one. */
export const seesFolders = (serverId: string): boolean => serverId === DAEMON_ID

/** Throws `ProblemError` where nothing can be started. */
export async function requireFolder(place: Place): Promise<void> {
  const problem = await folderProblem(place)
  if (problem) throw new ProblemError(problem)
}
