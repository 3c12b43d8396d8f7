import type { ProjectColor } from '@kilo-console/engine/project-colors'
import type { Accessor } from 'solid-js'
import type { SessionEntry, TerminalEntry } from '../store/roster.ts'

/** One group of the roster as it is shown. */
export interface RowGroup {
  /** The same as long as the group is. */
  id: string
  title: string
  tone: 'amber' | 'blue' | 'grey'
  /** Of its project. */
  color?: ProjectColor
  /** Keys of sessions, in order. */
  names: string[]
}

/**
 * The roster by keys, `<serverId>/<sessionId>` or `<serverId>/<ptyId>`: lists of keys change only when something comes, goes or moves, so
 * that a row lives on while its entry changes.
 */
export interface RosterView {
  needsYou: Accessor<string[]>
  working: Accessor<string[]>
  recent: Accessor<string[]>
  terminals: Accessor<string[]>
  /** All sessions, by the view that somebody has chosen. */
  groups: Accessor<readonly RowGroup[]>
  /** Their keys from the first to the last. */
  order: Accessor<string[]>
  session(key: string): SessionEntry | undefined
  terminal(key: string): TerminalEntry | undefined
  /** The short name of a folder, told from all others that are shown. */
  folderName(directory: string): string
  /** Entries come from another server than the managed daemon, so that each has to name its own. */
  manyServers: Accessor<boolean>
  /** Its turn has ended since it was last looked at. */
  isFinished(key: string): boolean
  /** They count as looked at. */
  markRead(this: void, keys: readonly string[]): void
  isPinned(key: string): boolean
}
