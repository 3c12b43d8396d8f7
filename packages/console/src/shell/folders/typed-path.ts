/** What is typed in place of a folder's name: a path, and what it may become. Pure. */
import type { FolderLook } from '../../../shared/folders.ts'
import { baseName, printablePath, tildePath } from '../../ui/path-split.ts'
import { idOf, type PlaceContext, type PlaceOption } from './place-options.ts'

/** Absolute, or below `~`. */
export function isPath(typed: string): boolean {
  return /^(?:~(?:[/\\]|$)|\/|[A-Za-z]:[\\/])/.test(typed)
}

/** What a look at `typed` has found, as options: the folder itself when it is whole, then those that it may become. */
export function optionsOfLook(look: FolderLook, typed: string, context: PlaceContext): PlaceOption[] {
  const { serverId, home } = context
  if (!serverId) return []
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
  const shown = (directory: string) => printablePath(tildePath(directory, home))
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

/** A path that nobody can look at from here: it is taken as it is typed. */
export function optionAsTyped(typed: string, { home, serverId }: PlaceContext): PlaceOption[] {
  const path = home && /^~(?=[/\\]|$)/.test(typed) ? home + typed.slice(1) : typed
  if (!serverId) return []
  const directory =
    path.length > 1 ? path.replace(path.startsWith('/') ? /\/+$/ : /[/\\]+$/, '') || '/' : path
  const place = { serverId, directory }
  return [
    { id: idOf(place), title: `Start in ${baseName(directory)}`, detail: directory, isPath: true, place },
  ]
}

function lastSeparator(typed: string): number {
  const slash = typed.lastIndexOf('/')
  return typed.startsWith('/') ? slash : Math.max(slash, typed.lastIndexOf('\\'))
}
