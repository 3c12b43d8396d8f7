import type { Problem } from '../../shared/api.ts'
import { host } from '../sdk/host.ts'
import { ProblemError } from '../sdk/problem.ts'
import type { Place } from './actions/sessions.ts'

/**
 * Why nothing can be started in a folder. The engine takes a folder that does not exist, and works on nothing. Undefined: it is there, or
 * its server is one whose folders the host cannot see.
 */
export async function folderProblem({ serverId, directory }: Place): Promise<Problem | undefined> {
  try {
    return (await host.folder(serverId, directory)).problem
  } catch {
    return undefined
  }
}

/** Throws `ProblemError` where nothing can be started. */
export async function requireFolder(place: Place): Promise<void> {
  const problem = await folderProblem(place)
  if (problem) throw new ProblemError(problem)
}
