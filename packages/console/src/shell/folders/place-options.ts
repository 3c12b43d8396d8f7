/** The places to choose from, as options of a picker. Pure. */
import type { FolderPlace } from '../../store/places.ts'
import { printablePath, tildePath } from '../../ui/path-split.ts'
import type { PickerOption } from '../../ui/picker-rows.ts'

export interface PlaceOption extends PickerOption {
  place: { serverId: string; directory: string }
}

export interface PlaceContext {
  home: string | undefined
  /** The server that a typed path is meant on. */
  serverId: string | undefined
  /** Names a server; only asked for when there are several. */
  nameServer: (serverId: string) => string
  /** The short name of a folder. */
  nameFolder: (directory: string) => string
  /** The place on screen, which comes first. */
  here?: string | undefined
}

export const idOf = ({ serverId, directory }: PlaceOption['place']) => `${serverId} ${directory}`

export function optionsOfPlaces(places: readonly FolderPlace[], context: PlaceContext): PlaceOption[] {
  const several = new Set(places.map(({ serverId }) => serverId)).size > 1
  const options = places.map(({ serverId, directory, lastUsed }) => ({
    id: idOf({ serverId, directory }),
    title: context.nameFolder(directory),
    detail:
      printablePath(tildePath(directory, context.home)) +
      (several ? ` · ${context.nameServer(serverId)}` : ''),
    group: lastUsed > 0 ? 'Recent' : 'Projects',
    keywords: directory,
    isPath: true,
    place: { serverId, directory },
  }))
  const ordered = options.toSorted(
    (a, b) => Number(b.place.directory === context.here) - Number(a.place.directory === context.here),
  )
  const { home, serverId } = context
  if (!home || !serverId || places.some(({ directory }) => directory === home)) return ordered
  const place = { serverId, directory: home }
  return [...ordered, { id: idOf(place), title: 'Home', detail: '~', group: 'Elsewhere', place }]
}
