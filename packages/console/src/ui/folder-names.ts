/** What folders are called beside each other. Pure. */
import { printablePath, segmentsOf, tildePath } from './path-split.ts'

interface Folder {
  directory: string
  /** Of its path, `~` for home. */
  segments: string[]
  separator: string
}

/**
 * A short name for each folder, none twice: its last segment, and as many before it as it takes where two would read the same
 * (`shop/api`, `blog/api`). The whole of a path is shown with `~` for `home`.
 */
export function nameFolders(directories: Iterable<string>, home?: string): Map<string, string> {
  const names = new Map<string, string>()
  let unnamed = [...new Set(directories)].map((directory) => folderOf(directory, home))
  for (let length = 1; unnamed.length > 0; length++) {
    const taken = byName(unnamed, length)
    unnamed = []
    for (const [name, folders] of taken) {
      for (const folder of folders) {
        if (folders.length === 1 || length >= folder.segments.length) names.set(folder.directory, name)
        else unnamed.push(folder)
      }
    }
  }
  return names
}

function byName(folders: readonly Folder[], length: number): Map<string, Folder[]> {
  const groups = new Map<string, Folder[]>()
  for (const folder of folders) {
    const name = tailOf(folder, length)
    groups.set(name, [...(groups.get(name) ?? []), folder])
  }
  return groups
}

/** The name of a folder that stands alone. */
export function nameFolder(directory: string, home?: string): string {
  return tailOf(folderOf(directory, home), 1)
}

function folderOf(directory: string, home: string | undefined): Folder {
  const separator = directory.startsWith('/') ? '/' : '\\'
  return { directory, segments: segmentsOf(tildePath(directory, home)), separator }
}

function tailOf({ segments, separator }: Folder, length: number): string {
  const name = segments.slice(-length).join(separator)
  // `['']` is the root: its name would be nothing.
  return printablePath(name === '' ? separator : name)
}
