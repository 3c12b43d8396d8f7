/** What is typed in place of a folder's name: a path, and what it may become. Pure. */
import type { FolderLook } from '../../../shared/folders.ts'
import { baseName, printablePath, tildePath } from '../../ui/path-split.ts'
import { idOf, onServer, type PlaceContext, type PlaceOption } from './place-options.ts'

/** Absolute, or below `~`. */
export function isPath(typed: string): boolean {
  return /^(?:~(?:[/\\]|$)|\/|[A-Za-z]:[\\/])/.test(typed)
}

/**
 * What a look at `typed` has found on a server, as options: the folder itself when it is whole, then those that it may become. Folders of other servers
 * cannot be seen: there it is taken as it is typed.
 */
export function optionsOfLook(
  look: FolderLook,
  typed: string,
  serverId: string,
  context: PlaceContext,
): PlaceOption[] {
  const found = optionsOn(serverId, look, typed, context)
  return [...found, ...optionsAsTyped(typed, context).filter(({ place }) => place.serverId !== serverId)]
}

function optionsOn(serverId: string, look: FolderLook, typed: string, context: PlaceContext): PlaceOption[] {
  const { home } = context
  const before = typed === '~' ? '~/' : typed.slice(0, lastSeparator(typed) + 1)
  const separator = look.parent.startsWith('/') ? '/' : '\\'
  const option = (directory: string, detail: string, completes: string): PlaceOption => {
    const place = { serverId, directory }
    return {
      id: idOf(place),
      title: printablePath(baseName(directory)),
      detail,
      isPath: true,
      completes,
      place,
    }
  }
  const shown = (directory: string) => printablePath(tildePath(directory, home)) + onServer(context, serverId)
  const below = look.names.map((name) => {
    const directory = (look.parent.endsWith(separator) ? look.parent : look.parent + separator) + name
    return option(directory, shown(directory), `${before}${name}${separator}`)
  })
  if (look.kind !== 'folder' || below.some(({ place }) => place.directory === look.path)) return below
  return [option(look.path, `${shown(look.path)} · this folder`, typed), ...below]
}

/** Those that still fit when more was typed than was looked for. */
export function stillFitting(options: readonly PlaceOption[], typed: string): PlaceOption[] {
  return options.filter(({ completes }) => completes?.toLowerCase().startsWith(typed.toLowerCase()))
}

/** A path that nobody can look at from here, on each server: it is taken as it is typed. */
export function optionsAsTyped(typed: string, context: PlaceContext): PlaceOption[] {
  const { home, serverIds } = context
  const path = home && /^~(?=[/\\]|$)/.test(typed) ? home + typed.slice(1) : typed
  const directory =
    path.length > 1 ? path.replace(path.startsWith('/') ? /\/+$/ : /[/\\]+$/, '') || '/' : path
  return serverIds.map((serverId): PlaceOption => {
    const place = { serverId, directory }
    const detail = printablePath(directory) + onServer(context, serverId)
    return {
      id: idOf(place),
      title: `Start in ${printablePath(baseName(directory))}`,
      detail,
      isPath: true,
      place,
    }
  })
}

function lastSeparator(typed: string): number {
  const slash = typed.lastIndexOf('/')
  return typed.startsWith('/') ? slash : Math.max(slash, typed.lastIndexOf('\\'))
}
