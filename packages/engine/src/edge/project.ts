import { id, may, name, object, path, type Schema } from './bounds.ts'

/** What the console uses of an engine's project. */
export interface Project {
  id: string
  worktree: string
  name?: string
}

export const project: Schema<Project> = object<Project>({ id, worktree: path, name: may(name) })
