/** Where a session can go on: new ones in every folder that is known, and those that are there. Pure. */
import type { FolderPlace } from '../../store/places.ts'
import type { PickerOption } from '../../ui/picker-rows.ts'

export type Target =
  | { kind: 'new'; serverId: string; directory: string }
  | { kind: 'session'; serverId: string; sessionId: string; directory: string }

export interface TargetOption extends PickerOption {
  target: Target
}

export interface KnownSession {
  serverId: string
  sessionId: string
  directory: string
  title: string
}

export interface TargetSource {
  here: { serverId: string; sessionId: string; directory: string }
  places: readonly FolderPlace[]
  sessions: readonly KnownSession[]
  nameFolder: (directory: string) => string
  nameServer: (serverId: string) => string
}

export const targetId = (target: Target): string =>
  `${target.serverId} ${target.kind === 'new' ? target.directory : target.sessionId}`

/** A new session in the same folder comes first, then other folders, worktrees among them, then sessions. */
export function targetsOf({ here, places, sessions, nameFolder, nameServer }: TargetSource): TargetOption[] {
  const several = new Set(places.map(({ serverId }) => serverId)).size > 1
  const on = (serverId: string) => (several ? ` · ${nameServer(serverId)}` : '')
  const isHere = (place: { serverId: string; directory: string }) =>
    place.serverId === here.serverId && place.directory === here.directory
  const folders = [...places.filter(isHere), ...places.filter((place) => !isHere(place))]
  const fresh = folders.map(({ serverId, directory }): TargetOption => {
    const target: Target = { kind: 'new', serverId, directory }
    return {
      id: targetId(target),
      title: `New session in ${nameFolder(directory)}`,
      detail: `${directory}${on(serverId)}`,
      group: 'New session',
      keywords: directory,
      target,
    }
  })
  const known = sessions
    .filter((each) => each.serverId !== here.serverId || each.sessionId !== here.sessionId)
    .map(({ serverId, sessionId, directory, title }): TargetOption => {
      const target: Target = { kind: 'session', serverId, sessionId, directory }
      const detail = `${nameFolder(directory)}${on(serverId)}`
      return { id: targetId(target), title, detail, group: 'Sessions', keywords: directory, target }
    })
  return [...fresh, ...known]
}
