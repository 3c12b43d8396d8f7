import type { Session } from '@kilocode/sdk/v2/client'
import { NO_PROJECT, type ServerProject } from '../../shared/api.ts'
import type { ConsoleState, ServerState } from './types.ts'

/** A folder in which sessions and terminals can be started. */
export interface FolderPlace {
  serverId: string
  directory: string
  /** Unix milliseconds of its newest session, 0 when it has none. */
  lastUsed: number
}

export interface ProjectPlace {
  serverId: string
  project: ServerProject
}

type Servers = Pick<ConsoleState, 'order' | 'servers'>

function healthy({ order, servers }: Servers): [string, ServerState][] {
  return order.flatMap((id): [string, ServerState][] => {
    const server = servers[id]
    return server?.info.health === 'healthy' ? [[id, server]] : []
  })
}

/**
 * The folders of all healthy servers, the last used first: those of sessions, not of their projects, because clones and worktrees of one
 * repository are one project. Folders of projects without a session follow.
 */
export function placesOf(state: Servers): FolderPlace[] {
  const places = healthy(state).flatMap(([serverId, { info, sessions }]) => {
    const used = lastUses(Object.values(sessions))
    for (const { worktree } of info.projects.filter(isRepository)) used.set(worktree, used.get(worktree) ?? 0)
    return [...used].map(([directory, lastUsed]) => ({ serverId, directory, lastUsed }))
  })
  return places.toSorted((a, b) => b.lastUsed - a.lastUsed)
}

/** Whether a worktree can be made there: not where sessions know of no repository. What is not known yet the engine will say. */
export function mayHaveWorktrees(
  { servers }: Pick<ConsoleState, 'servers'>,
  place: Pick<FolderPlace, 'serverId' | 'directory'> | undefined,
): boolean {
  const server = place && servers[place.serverId]
  if (server?.info.health !== 'healthy') return false
  const there = Object.values(server.sessions).filter(({ directory }) => directory === place?.directory)
  return there.length === 0 || there.some(({ projectID }) => projectID !== NO_PROJECT)
}

/** The projects of all healthy servers, as the engine knows them. */
export function projectsOf(state: Servers): ProjectPlace[] {
  return healthy(state).flatMap(([serverId, { info }]) =>
    info.projects.filter(isRepository).map((project) => ({ serverId, project })),
  )
}

const isRepository = ({ id, worktree }: ServerProject) => id !== NO_PROJECT && worktree !== '/'

function lastUses(sessions: readonly Session[]): Map<string, number> {
  const used = new Map<string, number>()
  for (const { directory, time } of sessions)
    used.set(directory, Math.max(time.updated, used.get(directory) ?? 0))
  return used
}

/** Every folder that is shown anywhere, each once. */
export function knownFolders({ servers }: Pick<ConsoleState, 'servers'>): string[] {
  const folders = Object.values(servers).flatMap(({ info, sessions, terminals }) => [
    ...info.projects.map(({ worktree }) => worktree),
    ...Object.values(sessions).map(({ directory }) => directory),
    ...Object.values(terminals).map(({ cwd }) => cwd),
  ])
  return [...new Set(folders)]
}
