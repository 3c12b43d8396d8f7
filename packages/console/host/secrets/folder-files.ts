/** Which files of settings a folder has: its own, and those of the folders above it, as far as its repository reaches. */
import { stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** Nobody works deeper in a repository. */
const MOST_LEVELS = 20
const MOST_FILES = 100

const NAMES = ['kilo.json', 'kilo.jsonc', 'opencode.json', 'opencode.jsonc']
const FOLDERS = ['.kilo', '.kilocode', '.opencode']

export interface FoundFile {
  file: string
  size: number
  changedAt: number
}

/** Those that are there, the nearest first. Never rejects. */
export async function filesOfFolder(directory: string): Promise<FoundFile[]> {
  const found: FoundFile[] = []
  let folder = directory
  for (let level = 0; level < MOST_LEVELS; level += 1) {
    // By itself: where a disk does not answer, one of the few threads is held up that all files are read with, and no more.
    const isTop = (await lookAt(join(folder, '.git'))) !== undefined
    found.push(...(await filesAt(folder)))
    const above = dirname(folder)
    if (isTop || above === folder) break
    folder = above
  }
  return found.slice(0, MOST_FILES)
}

async function filesAt(folder: string): Promise<FoundFile[]> {
  const inFolders = FOLDERS.map(async (name) =>
    (await lookAt(join(folder, name))) ? filesIn(join(folder, name)) : [],
  )
  return (await Promise.all([filesIn(folder), ...inFolders])).flat()
}

async function filesIn(folder: string): Promise<FoundFile[]> {
  const found = NAMES.map(async (name): Promise<FoundFile[]> => {
    const file = join(folder, name)
    const stats = await lookAt(file)
    return stats?.isFile() ? [{ file, size: stats.size, changedAt: stats.mtimeMs }] : []
  })
  return (await Promise.all(found)).flat()
}

const lookAt = (path: string) => stat(path).catch(() => undefined)
