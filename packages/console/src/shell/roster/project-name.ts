import { NO_PROJECT } from '../../store/places.ts'
import type { SessionEntry } from '../../store/roster.ts'
import type { ConsoleState } from '../../store/types.ts'

/**
 * The project of a session, by the folder of its repository: a worktree's session stands with those of the repository. What is in no repository
 * goes by its own folder.
 */
export function projectOf(
  { servers }: Pick<ConsoleState, 'servers'>,
  { serverId, session }: Pick<SessionEntry, 'serverId' | 'session'>,
  nameOf: (directory: string) => string,
): { id: string; name: string } {
  const project =
    session.projectID === NO_PROJECT
      ? undefined
      : servers[serverId]?.info.projects.find(({ id }) => id === session.projectID)
  return project
    ? { id: `${serverId} ${project.id}`, name: nameOf(project.worktree) }
    : { id: `${serverId} ${session.directory}`, name: nameOf(session.directory) }
}
