/** PURE: the projects of all servers, as the page lists them. */
import { NO_PROJECT, type ServerProject } from '../../../../shared/api.ts'
import type { ConsoleState, ServerState } from '../../../store/types.ts'

export interface ProjectRow {
  serverId: string
  project: ServerProject
  /** Its own first, then those of its sessions, the last used first. */
  folders: string[]
  sessions: number
  /** Unix milliseconds, 0: never. */
  lastUsed: number
  /** Its server holds sessions that are too old to be listed. */
  hasOlder: boolean
}

type Servers = Pick<ConsoleState, 'order' | 'servers'>

/** Those of healthy servers, the last used first; folders without git behind all others. */
export function projectRows({ order, servers }: Servers): ProjectRow[] {
  return order
    .flatMap((id) => {
      const server = servers[id]
      return server?.info.health === 'healthy' ? rowsOf(id, server) : []
    })
    .toSorted((a, b) => Number(isNone(a)) - Number(isNone(b)) || b.lastUsed - a.lastUsed)
}

export const isNone = ({ project }: Pick<ProjectRow, 'project'>): boolean => project.id === NO_PROJECT

function rowsOf(serverId: string, { info, sessions, more }: ServerState): ProjectRow[] {
  const used = new Map<string, { folders: Map<string, number>; sessions: number }>()
  for (const { projectID, directory, time } of Object.values(sessions)) {
    const known = used.get(projectID) ?? { folders: new Map(), sessions: 0 }
    known.sessions += 1
    known.folders.set(directory, Math.max(time.updated, known.folders.get(directory) ?? 0))
    used.set(projectID, known)
  }
  return info.projects.flatMap((project) => {
    const known = used.get(project.id)
    const folders = [...(known?.folders ?? [])].toSorted(([, a], [, b]) => b - a)
    const names = folders.map(([folder]) => folder)
    const row = {
      serverId,
      project,
      sessions: known?.sessions ?? 0,
      lastUsed: folders[0]?.[1] ?? 0,
      hasOlder: more,
    }
    if (project.id !== NO_PROJECT) return [{ ...row, folders: [...new Set([project.worktree, ...names])] }]
    // Its own folder is whatever was opened last, or the root.
    return names.length > 0 ? [{ ...row, folders: names }] : []
  })
}

/** The one that a folder belongs to. */
export const rowOfFolder = (
  rows: readonly ProjectRow[],
  serverId: string | undefined,
  folder: string,
): ProjectRow | undefined => rows.find((row) => row.serverId === serverId && row.folders.includes(folder))

/** "3 sessions", "at least 50 sessions". */
export function sessionsText({ sessions, hasOlder }: Pick<ProjectRow, 'sessions' | 'hasOlder'>): string {
  if (sessions === 0) return hasOlder ? 'no recent session' : 'no session'
  return `${hasOlder ? 'at least ' : ''}${sessions} ${sessions === 1 ? 'session' : 'sessions'}`
}

const MOST_NAME = 100

/** What is wrong with a name. The engine takes anything, and every one of its pages shows it. */
export function wrongProjectName(name: string): string | undefined {
  if (/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(name)) return 'It holds a character that isn’t seen.'
  return name.length > MOST_NAME ? `No more than ${MOST_NAME} characters.` : undefined
}
