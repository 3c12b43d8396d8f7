import type { ConsoleState } from './types.ts'

/** A directory in which a session or terminal can be started. */
export interface ProjectPlace {
  serverId: string
  directory: string
  projectId: string
  name: string
  /** Unix milliseconds of its newest session, 0 when it has none. */
  lastUsed: number
}

/** The projects of all healthy servers, the last used first. The engine's own `/` project, for sessions outside of git, is left out. */
export function placesOf(state: Pick<ConsoleState, 'order' | 'servers'>): ProjectPlace[] {
  const places = state.order.flatMap((serverId) => {
    const server = state.servers[serverId]
    if (server?.info.health !== 'healthy') return []
    const sessions = Object.values(server.sessions)
    return server.info.projects
      .filter(({ worktree }) => worktree !== '/')
      .map(({ id, worktree, name }) => ({
        serverId,
        directory: worktree,
        projectId: id,
        name: name ?? worktree.split(/[\\/]/).findLast((part) => part !== '') ?? worktree,
        lastUsed: Math.max(
          0,
          ...sessions.filter((one) => one.projectID === id).map((one) => one.time.updated),
        ),
      }))
  })
  return places.toSorted((a, b) => b.lastUsed - a.lastUsed)
}
