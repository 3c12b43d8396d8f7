import type { Capability } from '@kilo-console/engine/capabilities'
import { useSearchParams } from '@solidjs/router'
import { createMemo, type Accessor } from 'solid-js'
import { useConsole } from '../../../store/context.ts'
import type { ConfigurationPlace } from '../../../store/actions/configuration.ts'
import { placesOf } from '../../../store/places.ts'
import { isAwaited } from '../../../store/types.ts'
import {
  isUndecided,
  missingFolder,
  offeredPlaces,
  placeFor,
  type AskedPlace,
  type KnownServer,
} from './shown-place.ts'

export interface Places {
  /** Those that can do what the page is about, each with its folders, the last used first. */
  servers: Accessor<KnownServer[]>
  /** The one that is shown; undefined: there is none, or not yet. */
  place: Accessor<ConfigurationPlace | undefined>
  /** Whether the folder of the address may still turn out to be known. */
  isAwaited: Accessor<boolean>
  /** The folder of the address, where everybody's settings are shown instead of its own. */
  missing: Accessor<string | undefined>
  choose(this: void, serverId: string, directory: string): void
  /** The file whose text is shown; undefined: its settings are. */
  file: Accessor<string | undefined>
  openFile(this: void, path: string | undefined): void
}

/**
 * Whose configuration is shown, by the address: it can be gone back to. A folder that nobody has worked in is not: the engine would open it, with all
 * that its own files have it run, because somebody has made a link.
 *
 * @param capability what servers have to be able to do.
 */
export function createPlaces(capability: Capability = 'configuration'): Places {
  const { state } = useConsole()
  const [query, setQuery] = useSearchParams<{ server?: string; folder?: string; file?: string }>()
  const known = createKnown(capability)
  const asked = (): AskedPlace => ({ server: query.server, folder: query.folder ?? '' })
  const servers = () => ({
    known: known(),
    isThere: (id: string) => state.servers[id] !== undefined,
    isAwaited: (id: string) => {
      const server = state.servers[id]
      return server !== undefined && isAwaited(server)
    },
  })
  const place = createMemo(
    (before: ConfigurationPlace | undefined) => placeFor(asked(), servers(), before),
    undefined,
    // Who works where changes all the time, and is no reason to read anything anew.
    { equals: isSamePlace },
  )
  return {
    servers: () => offeredPlaces(known(), place()),
    place,
    isAwaited: () => isUndecided(asked(), servers()),
    missing: () => missingFolder(asked(), place()),
    choose: (id, directory) =>
      setQuery({ server: id, folder: directory === '' ? undefined : directory, file: undefined }),
    file: () => query.file,
    openFile: (file) => setQuery({ file }),
  }
}

/** Servers that can do it, and the folders of each. */
function createKnown(capability: Capability) {
  const { state, can } = useConsole()
  return createMemo(
    () => {
      const places = placesOf(state)
      return state.order
        .filter((id) => state.servers[id]?.info.health === 'healthy' && can(id, capability))
        .map((id) => ({
          id,
          folders: places.filter(({ serverId }) => serverId === id).map(({ directory }) => directory),
        }))
    },
    undefined,
    { equals: (a, b) => JSON.stringify(a) === JSON.stringify(b) },
  )
}

const isSamePlace = (a: ConfigurationPlace | undefined, b: ConfigurationPlace | undefined) =>
  a?.serverId === b?.serverId && a?.directory === b?.directory
