import { isMarked, nameServer } from '../../frame/entry-text.ts'
import { NO_PROJECT } from '../../../shared/api.ts'
import type { SessionEntry } from '../../store/roster.ts'
import { calledBy } from '../../frame/called-by.ts'
import type { ConsoleState } from '../../store/types.ts'
import type { EntryProject } from './group-rows.ts'

/**
 * The project of a session, as its user has called it or by the folder of its repository: a worktree's session stands with those of the repository. What is in no repository
 * goes by its own folder.
 */
export function projectOf(
  { servers }: Pick<ConsoleState, 'servers'>,
  { serverId, session }: Pick<SessionEntry, 'serverId' | 'session'>,
  nameOf: (directory: string) => string,
): EntryProject {
  const info = servers[serverId]?.info
  const project =
    session.projectID === NO_PROJECT ? undefined : info?.projects.find(({ id }) => id === session.projectID)
  const server = info ? nameServer(info) : serverId
  const of = { server, isMarked: info !== undefined && isMarked(info) }
  return project
    ? {
        id: `${serverId} ${project.id}`,
        name: calledBy(project) ?? nameOf(project.worktree),
        ...of,
        ...(project.color && { color: project.color }),
      }
    : { id: `${serverId} ${session.directory}`, name: nameOf(session.directory), ...of }
}
