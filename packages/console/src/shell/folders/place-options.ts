/** The places to choose from, as options of a picker. Pure. */
import { DAEMON_ID } from '../../../shared/api.ts'
import type { FolderPlace } from '../../store/places.ts'
import { printablePath, tildePath } from '../../ui/path-split.ts'
import type { PickerOption } from '../../ui/picker-rows.ts'

export interface PlaceOption extends PickerOption {
  place: { serverId: string; directory: string }
}

export interface PlaceContext {
  home: string | undefined
  /** The servers on which something can be started, the first of which is meant where nobody says so. */
  serverIds: readonly string[]
  /** Names a server; only asked for when there are several. */
  nameServer: (serverId: string) => string
  /** The short name of a folder. */
  nameFolder: (directory: string) => string
  /** The place on screen, which comes first. */
  here?: string | undefined
}

export const idOf = ({ serverId, directory }: PlaceOption['place']) => `${serverId} ${directory}`

/** What tells a folder's option from those of the same folder on other servers. */
export function onServer({ serverIds, nameServer }: PlaceContext, serverId: string): string {
  return serverIds.length > 1 || serverId !== DAEMON_ID ? ` · ${nameServer(serverId)}` : ''
}

export function optionsOfPlaces(places: readonly FolderPlace[], context: PlaceContext): PlaceOption[] {
  const options = places.map(({ serverId, directory, lastUsed }) => ({
    id: idOf({ serverId, directory }),
    title: context.nameFolder(directory),
    detail: printablePath(tildePath(directory, context.home)) + onServer(context, serverId),
    group: lastUsed > 0 ? 'Recent' : 'Projects',
    keywords: directory,
    isPath: true,
    place: { serverId, directory },
  }))
  const ordered = options.toSorted(
    (a, b) => Number(b.place.directory === context.here) - Number(a.place.directory === context.here),
  )
  return [...ordered, ...elsewhere(places, context)]
}

/** On each server the place on screen and home, where it knows nothing of them yet. */
function elsewhere(places: readonly FolderPlace[], context: PlaceContext): PlaceOption[] {
  const known = new Set(places.map(idOf))
  const { home, here, serverIds } = context
  return serverIds.flatMap((serverId) =>
    [serverIds.length > 1 ? here : undefined, home].flatMap((directory, at, all): PlaceOption[] => {
      const place = { serverId, directory: directory ?? '' }
      if (!directory || all.indexOf(directory) !== at || known.has(idOf(place))) return []
      const shown = directory === home ? '~' : printablePath(tildePath(directory, home))
      return [
        {
          id: idOf(place),
          title: directory === home ? 'Home' : context.nameFolder(directory),
          detail: shown + onServer(context, serverId),
          group: 'Elsewhere',
          ...(directory !== home && { keywords: directory, isPath: true }),
          place,
        },
      ]
    }),
  )
}
