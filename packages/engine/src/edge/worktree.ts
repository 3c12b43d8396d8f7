import { may, name, object, path, type Schema } from './bounds.ts'

/** A worktree that the engine has made. */
export interface MadeWorktree {
  name: string
  branch?: string
  directory: string
}

export const worktree: Schema<MadeWorktree> = object<MadeWorktree>({
  name,
  branch: may(name),
  directory: path,
})
