import type { Problem } from './api.ts'

/** `unreadable`: it is there, and this user may not open it. */
export type FolderKind = 'folder' | 'missing' | 'file' | 'unreadable'

/** Answer of `GET /api/servers/<id>/folders?path=<typed>`: what is there, on the machine of the console host. */
export interface FolderLook {
  /** Absolute, without separators at its end. */
  path: string
  kind: FolderKind
  /** Why nothing can be started there; absent for a folder. */
  problem?: Problem
  /** Where `names` are: the folder itself when it was typed with a separator at its end, else the one that it is in. */
  parent: string
  /** The folders there which begin with what was typed, in order; hidden ones only after a dot. Empty when they were not asked for. */
  names: string[]
  /** There are more than these. */
  more: boolean
}
