/** What belongs to a project, by folder: its clones and worktrees are one project to the engine. Pure. */
import type { SessionEntry, TerminalEntry } from '../../store/roster.ts'
import { calledBy } from '../../frame/called-by.ts'
import { NO_PROJECT, type ServerProject } from '../../../shared/api.ts'

export interface ProjectFolder {
  directory: string
  /** Keys of the roster view, in their order. */
  sessions: string[]
  terminals: string[]
}

interface Keyed<Entry> {
  key: string
  entry: Entry
}

/** The project's own folder alone while it has no session; else the folders of its sessions, in their order. */
export function foldersOfProject(
  project: ServerProject,
  sessions: readonly Keyed<Pick<SessionEntry, 'session'>>[],
  terminals: readonly Keyed<Pick<TerminalEntry, 'terminal'>>[],
): ProjectFolder[] {
  const folders = new Map<string, ProjectFolder>()
  const folderOf = (directory: string) => {
    const known = folders.get(directory) ?? { directory, sessions: [], terminals: [] }
    folders.set(directory, known)
    return known
  }
  for (const { key, entry } of sessions)
    if (entry.session.projectID === project.id) folderOf(entry.session.directory).sessions.push(key)
  if (folders.size === 0) folderOf(project.worktree)
  for (const { key, entry } of terminals) {
    const { directory } = entry.terminal
    if (folders.has(directory) || directory === project.worktree) folderOf(directory).terminals.push(key)
  }
  return [...folders.values()]
}

/** What a project is called: as its user has called it, else as its folder is. `nameFolder` gives a folder's name. */
export function nameProject(
  project: ServerProject | undefined,
  nameFolder: (directory: string) => string,
): string {
  if (!project) return 'Project'
  if (project.id === NO_PROJECT) return 'Folders without git'
  return calledBy(project) ?? nameFolder(project.worktree)
}
