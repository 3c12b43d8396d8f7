/** The changed files as a tree of folders. Pure. */

export interface TreeFile<F> {
  kind: 'file'
  /** The path of it, which no other entry has. */
  path: string
  name: string
  level: number
  file: F
}

export interface TreeFolder {
  kind: 'folder'
  path: string
  /** Folders that hold one folder alone are one entry: `src/app/pages`. */
  name: string
  level: number
  /** Files below it. */
  count: number
}

export type TreeEntry<F> = TreeFile<F> | TreeFolder

interface Folder<F> {
  folders: Map<string, Folder<F>>
  files: [name: string, file: F][]
}

const emptyFolder = <F>(): Folder<F> => ({ folders: new Map(), files: [] })

/** Folders first, by name; what is in `closed` keeps its entries to itself. `pathOf` with slashes between folders. */
export function treeOf<F>(
  files: readonly F[],
  pathOf: (file: F) => string,
  closed: ReadonlySet<string> = new Set(),
): TreeEntry<F>[] {
  const root = emptyFolder<F>()
  for (const file of files) {
    const segments = pathOf(file).split('/')
    let folder = root
    for (const name of segments.slice(0, -1)) {
      const known = folder.folders.get(name) ?? emptyFolder<F>()
      folder.folders.set(name, known)
      folder = known
    }
    folder.files.push([segments.at(-1) ?? '', file])
  }
  return entriesOf(root, '', 1, closed)
}

const byName = ([a]: [string, unknown], [b]: [string, unknown]) => a.localeCompare(b)

function entriesOf<F>(
  folder: Folder<F>,
  above: string,
  level: number,
  closed: ReadonlySet<string>,
): TreeEntry<F>[] {
  const folders = [...folder.folders].toSorted(byName).flatMap(([name, inner]): TreeEntry<F>[] => {
    const [joined, deepest] = joinAlone(name, inner)
    const path = above + joined
    const entry: TreeFolder = { kind: 'folder', path, name: joined, level, count: countOf(deepest) }
    return [entry, ...(closed.has(path) ? [] : entriesOf(deepest, `${path}/`, level + 1, closed))]
  })
  const files = folder.files
    .toSorted(byName)
    .map(([name, file]): TreeFile<F> => ({ kind: 'file', path: above + name, name, level, file }))
  return [...folders, ...files]
}

function joinAlone<F>(name: string, folder: Folder<F>): [string, Folder<F>] {
  const [only, ...others] = folder.folders
  if (!only || others.length > 0 || folder.files.length > 0) return [name, folder]
  const [below, deepest] = joinAlone(only[0], only[1])
  return [`${name}/${below}`, deepest]
}

const countOf = <F>(folder: Folder<F>): number =>
  [...folder.folders.values()].reduce((sum, inner) => sum + countOf(inner), folder.files.length)

/** Every word of the filter is somewhere in the path, in any case. */
export function fitsFilter(path: string, filter: string): boolean {
  const lower = path.toLowerCase()
  return filter
    .toLowerCase()
    .split(/\s+/)
    .every((word) => lower.includes(word))
}

/** What a key does in a tree: the entry to go to, or the folder to open or close. */
export type TreeStep = { to: number } | { open: boolean; at: number }

export function stepInTree(
  key: string,
  entries: readonly TreeEntry<unknown>[],
  at: number,
  closed: ReadonlySet<string>,
): TreeStep | undefined {
  const entry = entries[at]
  if (!entry) return undefined
  const last = entries.length - 1
  const isOpen = entry.kind === 'folder' && !closed.has(entry.path)
  switch (key) {
    case 'ArrowDown':
      return { to: Math.min(last, at + 1) }
    case 'ArrowUp':
      return { to: Math.max(0, at - 1) }
    case 'Home':
      return { to: 0 }
    case 'End':
      return { to: last }
    case 'ArrowRight':
      if (entry.kind === 'folder') return isOpen ? { to: Math.min(last, at + 1) } : { open: true, at }
      return undefined
    case 'ArrowLeft': {
      if (isOpen) return { open: false, at }
      const above = entries.slice(0, at).findLastIndex(({ level }) => level < entry.level)
      return above < 0 ? undefined : { to: above }
    }
    default:
      return undefined
  }
}
