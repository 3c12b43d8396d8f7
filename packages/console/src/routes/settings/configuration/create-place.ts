import { useSearchParams } from '@solidjs/router'
import { createMemo, type Accessor } from 'solid-js'
import { useConsole } from '../../../store/context.ts'
import type { ConfigurationPlace } from '../../../store/actions/configuration.ts'
import { placesOf } from '../../../store/places.ts'
import { isAwaited } from '../../../store/types.ts'

/** Folders of a server that are offered; the one that is shown is there besides. */
const MOST_FOLDERS = 200

export interface Places {
  /** Those that can tell their configuration, each with its folders, the last used first. */
  servers: Accessor<{ id: string; folders: string[] }[]>
  /** The one that is shown; undefined: there is none, or not yet. */
  place: Accessor<ConfigurationPlace | undefined>
  /** Whether the folder of the address may still turn out to be known. */
  isAwaited: Accessor<boolean>
  choose(this: void, serverId: string, directory: string): void
  /** The file whose text is shown; undefined: its settings are. */
  file: Accessor<string | undefined>
  openFile(this: void, path: string | undefined): void
}

/**
 * Whose configuration is shown, by the address: it can be gone back to. A folder that nobody has worked in is not: the engine would open it, with all
 * that its own files have it run, because somebody has made a link.
 */
export function createPlaces(): Places {
  const { state } = useConsole()
  const [query, setQuery] = useSearchParams<{ server?: string; folder?: string; file?: string }>()
  const known = createKnown()
  const asked = () => query.folder ?? ''
  const server = () => known().find(({ id }) => id === query.server) ?? known()[0]
  const isKnown = () => server()?.folders.includes(asked()) === true
  const isWaiting = () => {
    const found = state.servers[server()?.id ?? '']
    return asked() !== '' && !isKnown() && found !== undefined && isAwaited(found)
  }
  /** A server that is read anew, or comes back, takes nothing away that stands on the page, least of all what is being written there. */
  const isStill = ({ serverId, directory }: ConfigurationPlace) =>
    directory === asked() && serverId === (query.server ?? serverId) && state.servers[serverId] !== undefined
  const place = createMemo(
    (before: ConfigurationPlace | undefined): ConfigurationPlace | undefined => {
      const serverId = server()?.id
      if (serverId === undefined || isWaiting()) return before && isStill(before) ? before : undefined
      const directory = isKnown() ? asked() : ''
      return { serverId, scope: directory === '' ? 'global' : 'project', directory }
    },
    undefined,
    // Who works where changes all the time, and is no reason to read anything anew.
    { equals: isSamePlace },
  )
  return {
    servers: () => known().map(({ id, folders }) => ({ id, folders: offered(folders, asked()) })),
    place,
    isAwaited: isWaiting,
    choose: (id, directory) =>
      setQuery({ server: id, folder: directory === '' ? undefined : directory, file: undefined }),
    file: () => query.file,
    openFile: (file) => setQuery({ file }),
  }
}

/** Servers that can tell their configuration, and the folders of each. */
function createKnown() {
  const { state, can } = useConsole()
  return createMemo(
    () => {
      const places = placesOf(state)
      return state.order
        .filter((id) => state.servers[id]?.info.health === 'healthy' && can(id, 'configuration'))
        .map((id) => ({
          id,
          folders: places.filter(({ serverId }) => serverId === id).map(({ directory }) => directory),
        }))
    },
    undefined,
    { equals: (a, b) => JSON.stringify(a) === JSON.stringify(b) },
  )
}

function offered(folders: readonly string[], shown: string): string[] {
  const first = folders.slice(0, MOST_FOLDERS)
  return folders.includes(shown) && !first.includes(shown) ? [...first, shown] : first
}

const isSamePlace = (a: ConfigurationPlace | undefined, b: ConfigurationPlace | undefined) =>
  a?.serverId === b?.serverId && a?.directory === b?.directory
