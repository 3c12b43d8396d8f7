/** Folders for a moment, of this user alone. They may hold a key: what a process that was killed has left of them is removed when the next one is made. */
import { lstat, mkdtemp, opendir, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface TemporaryFolder {
  path: string
  remove(this: void): Promise<void>
}

/** Nobody needs one for longer. */
const OLD_MS = 3_600_000
/** Of a temporary folder that is full of others' things no more is looked through, and no more is removed at once. */
const MOST_NAMES = 10_000
const MOST_LEFT = 20

/** `kind`: one word. */
export async function makeTemporaryFolder(kind: string, parent = tmpdir()): Promise<TemporaryFolder> {
  const place = await realpath(parent)
  const beginning = `kilo-${kind}-tmp.`
  await sweep(place, beginning).catch(() => undefined)
  const path = await mkdtemp(join(place, beginning))
  return { path, remove: () => rm(path, { recursive: true, force: true }) }
}

async function sweep(place: string, beginning: string): Promise<void> {
  let names = 0
  let left = 0
  for await (const { name } of await opendir(place)) {
    names += 1
    if (names > MOST_NAMES || left >= MOST_LEFT) return
    const isOurs = name.startsWith(beginning) && /^\w{6}$/.test(name.slice(beginning.length))
    if (!isOurs || !(await isLeft(join(place, name)))) continue
    left += 1
    await rm(join(place, name), { recursive: true, force: true }).catch(() => undefined)
  }
}

/** As it was made, and long ago. */
async function isLeft(path: string): Promise<boolean> {
  const found = await lstat(path).catch(() => undefined)
  if (!found?.isDirectory() || found.uid !== (process.getuid?.() ?? found.uid)) return false
  const isPrivate = process.platform === 'win32' || (found.mode & 0o077) === 0
  return isPrivate && Date.now() - found.mtimeMs > OLD_MS
}
