import type { ProjectColor } from '@kilo-console/engine/project-colors'
import { engine, unwrap } from '../../../sdk/engine.ts'
import type { ProjectRow } from './project-rows.ts'

/** The engine keeps both, for the TUI and every browser. Empty: none. What comes of it the host tells. Throws `ProblemError`. */
export async function changeProject(
  { serverId, project }: Pick<ProjectRow, 'serverId' | 'project'>,
  change: { name: string } | { color: ProjectColor | '' },
): Promise<void> {
  await unwrap(
    engine(serverId).project.update({
      projectID: project.id,
      directory: project.worktree,
      ...('name' in change ? { name: change.name } : { icon: { color: change.color } }),
    }),
  )
}
