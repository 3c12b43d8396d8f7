/**
 * Terminals that the system knows of and that no folder has told of, as after a restart of the host: it was not there when they were opened.
 * Rare, so each is looked for alone, in the likeliest folders first.
 */
import type { DirectoryRead } from '../../shared/roster/change.ts'
import type { Roster } from '../../shared/roster/roster.ts'
import { hostLimits } from '@kilo-console/engine/edge/limits'
import { placesOfShell } from './places.ts'

/** Folders of the terminals' shells by the engine's names for the terminals; undefined where the system does not tell. */
export type TerminalFolders = () => Promise<ReadonlyMap<string, string | undefined> | undefined>

export interface Search {
  folders: Awaited<ReturnType<TerminalFolders>>
  /** As it is now, and becomes with each folder that is read. */
  roster: Readonly<Roster>
  sessions: readonly { directory: string }[]
  /** These were looked into. */
  looked: ReadonlySet<string>
  read: (directory: string) => Promise<DirectoryRead | null>
}

export async function findLostTerminals(search: Search): Promise<(DirectoryRead | null)[]> {
  const { folders, roster, read } = search
  const looked = new Set(search.looked)
  const known = [...new Set(search.sessions.map(({ directory }) => directory))]
  const found: (DirectoryRead | null)[] = []
  for (const [ptyID, folder] of folders ?? []) {
    for (const place of placesOfShell(folder, known)) {
      if (ptyID in roster.terminals || looked.size >= hostLimits.directories) break
      if (looked.has(place)) continue
      looked.add(place)
      found.push(await read(place))
    }
  }
  return found
}
