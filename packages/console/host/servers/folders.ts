/** Folders of this machine, for the picker of places and to know whether a session's folder is still there. Reads names alone. */
import { constants, type Dirent } from 'node:fs'
import { access, opendir, stat } from 'node:fs/promises'
import { isAbsolute, join, resolve, sep } from 'node:path'
import type { Problem } from '../../shared/api.ts'
import type { FolderKind, FolderLook } from '../../shared/folders.ts'
import { HttpProblem } from '../http/problem.ts'

/** So many entries of a folder are looked through, and so many names told. */
const ENTRIES = 20_000
const NAMES = 1000
/** A network disk that has gone away may hold a look up for ever. */
const PATIENCE_MS = 3000
/** For what holds up more than the folder. */
const SHORT_PATIENCE_MS = 500

/**
 * What `typed` is: an absolute path, or one below `~`. Throws 400 for anything else, 504 when the disk does not answer.
 * `complete`: names the folders that it may become.
 */
export async function lookAtFolder(typed: string, home: string, complete: boolean): Promise<FolderLook> {
  const given = expandHome(typed, home)
  if (!isAbsolute(given)) throw new HttpProblem(400, 'no-path', 'Type a path that begins with / or ~.')
  return inTime(look(given, home, complete))
}

/** Whether something can be started there. Rejects when the disk does not answer. */
export function folderKind(path: string): Promise<FolderKind> {
  return inTime(kindOf(path))
}

/** Why nothing can be started in `path`, an absolute path; null where it can. Rejects when the disk does not answer soon. */
export async function folderProblem(path: string, home: string): Promise<Problem | null> {
  return problemOf(await inTime(kindOf(path), SHORT_PATIENCE_MS), tilde(path, home)) ?? null
}

async function look(given: string, home: string, complete: boolean): Promise<FolderLook> {
  const path = resolve(given)
  const kind = await kindOf(path)
  const cut = Math.max(given.lastIndexOf('/'), given.lastIndexOf(sep)) + 1
  const parent = resolve(given.slice(0, cut))
  const found = complete ? await foldersIn(parent, given.slice(cut)) : { names: [], more: false }
  const problem = problemOf(kind, tilde(path, home))
  return { path, kind, ...(problem && { problem }), parent, ...found }
}

function expandHome(typed: string, home: string): string {
  if (typed === '~') return home + sep
  return typed.startsWith('~/') || typed.startsWith(`~${sep}`) ? home + typed.slice(1) : typed
}

async function kindOf(path: string): Promise<FolderKind> {
  try {
    if (!(await stat(path)).isDirectory()) return 'file'
    await access(path, constants.R_OK | constants.X_OK)
    return 'folder'
  } catch (error) {
    const code = (error as { code?: unknown }).code
    return code === 'EACCES' || code === 'EPERM' ? 'unreadable' : 'missing'
  }
}

/** Names of folders, links to folders among them, that begin with `prefix` in any case. */
async function foldersIn(parent: string, prefix: string): Promise<Pick<FolderLook, 'names' | 'more'>> {
  const names: string[] = []
  const fits = (name: string) =>
    name.toLowerCase().startsWith(prefix.toLowerCase()) && (prefix.startsWith('.') || !name.startsWith('.'))
  let seen = 0
  try {
    for await (const entry of await opendir(parent, { bufferSize: 256 })) {
      if (++seen > ENTRIES || names.length > NAMES) break
      if (fits(entry.name) && (await isFolder(parent, entry))) names.push(entry.name)
    }
  } catch {
    // It may not be listed, or is gone: what is asked for says so itself.
  }
  const more = seen > ENTRIES || names.length > NAMES
  return { names: names.slice(0, NAMES).toSorted((a, b) => a.localeCompare(b)), more }
}

async function isFolder(parent: string, entry: Dirent): Promise<boolean> {
  if (!entry.isSymbolicLink()) return entry.isDirectory()
  return stat(join(parent, entry.name)).then(
    (found) => found.isDirectory(),
    () => false,
  )
}

function problemOf(kind: FolderKind, shown: string): Problem | undefined {
  switch (kind) {
    case 'folder':
      return undefined
    case 'missing':
      return { code: 'folder-missing', message: `There is no folder ${shown}.` }
    case 'file':
      return { code: 'folder-is-file', message: `${shown} is a file, not a folder.` }
    case 'unreadable':
      return { code: 'folder-unreadable', message: `You may not open the folder ${shown}.` }
  }
}

function tilde(path: string, home: string): string {
  const shown = path === home ? '~' : path.startsWith(home + sep) ? `~${path.slice(home.length)}` : path
  return shown.replaceAll(/[\p{Cc}\u200E\u200F\u2028-\u202E\u2066-\u2069]/gu, '\uFFFD')
}

function inTime<T>(work: Promise<T>, patienceMs = PATIENCE_MS): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new HttpProblem(504, 'folder-slow', 'The disk of this folder does not answer.')),
      patienceMs,
    )
  })
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}
