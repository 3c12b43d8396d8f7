/** PURE: whose settings are shown, and whose are offered. */
import type { ConfigurationPlace } from '../../../store/actions/configuration.ts'

/** A server that can tell its configuration, and the folders that are known of it, the last used first. */
export interface KnownServer {
  id: string
  folders: readonly string[]
}

/** By the address. Folder empty: everybody's settings. */
export interface AskedPlace {
  server: string | undefined
  folder: string
}

interface Servers {
  known: readonly KnownServer[]
  /** Whether there is such a server at all, in whatever state. */
  isThere: (serverId: string) => boolean
  /** Whether its sessions are still to be told. */
  isAwaited: (serverId: string) => boolean
}

/** Folders of a server that are offered; the one that is shown is there besides. */
const MOST_FOLDERS = 200

const serverFor = (asked: AskedPlace, known: readonly KnownServer[]): KnownServer | undefined =>
  known.find(({ id }) => id === asked.server) ?? known[0]

/** Whether the folder of the address may still turn out to be known. */
export function isUndecided(asked: AskedPlace, { known, isAwaited }: Servers): boolean {
  const server = serverFor(asked, known)
  return asked.folder !== '' && server?.folders.includes(asked.folder) === false && isAwaited(server.id)
}

/**
 * What stands on the page stays as long as it is what the address asks for: neither a server that restarts nor the last session of a folder that goes
 * takes anything away, least of all what is being written there, or puts what is another's or everybody's in its place.
 */
export function placeFor(
  asked: AskedPlace,
  servers: Servers,
  before: ConfigurationPlace | undefined,
): ConfigurationPlace | undefined {
  if (before && isAsked(before, asked) && servers.isThere(before.serverId)) return before
  const server = serverFor(asked, servers.known)
  if (!server || isUndecided(asked, servers)) return undefined
  const directory = server.folders.includes(asked.folder) ? asked.folder : ''
  return { serverId: server.id, scope: directory === '' ? 'global' : 'project', directory }
}

const isAsked = ({ serverId, directory }: ConfigurationPlace, { server = serverId, folder }: AskedPlace) =>
  directory === folder && serverId === server

/** The folder that the address asks for in vain; undefined: there is none such. */
export const missingFolder = (asked: AskedPlace, shown: ConfigurationPlace | undefined): string | undefined =>
  shown?.directory === '' && asked.folder !== '' ? asked.folder : undefined

/** With the one that is shown, even where it is not known any more: else another one would look chosen. */
export function offeredPlaces(
  known: readonly KnownServer[],
  shown: ConfigurationPlace | undefined,
): KnownServer[] {
  const isKnown = !shown || known.some(({ id }) => id === shown.serverId)
  const all = isKnown ? known : [...known, { id: shown.serverId, folders: [] }]
  return all.map(({ id, folders }) => {
    const first = folders.slice(0, MOST_FOLDERS)
    const directory = id === shown?.serverId ? shown.directory : ''
    return { id, folders: directory === '' || first.includes(directory) ? first : [...first, directory] }
  })
}
