import type { Accessor } from 'solid-js'
import type { SessionEntry, TerminalEntry } from '../store/roster.ts'

/**
 * The roster by keys, `<serverId>/<sessionId>` or `<serverId>/<ptyId>`: lists of keys change only when something comes, goes or moves, so
 * that a row lives on while its entry changes.
 */
export interface RosterView {
  needsYou: Accessor<string[]>
  working: Accessor<string[]>
  recent: Accessor<string[]>
  terminals: Accessor<string[]>
  session(key: string): SessionEntry | undefined
  terminal(key: string): TerminalEntry | undefined
  /** The short name of a folder, told from all others that are shown. */
  folderName(directory: string): string
  /** Entries come from more than one server, so that each has to name its own. */
  manyServers: Accessor<boolean>
  /** Its turn has ended since it was last looked at. */
  isFinished(key: string): boolean
}
