import { lstat, readdir, readFile, readlink } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { listStats, readArguments } from '../process/proc.ts'

/** `left`: nobody holds it, and a command that was killed has left its heartbeat, which the next start removes. */
export interface LockFinding {
  state: 'free' | 'held' | 'left'
  /** Who holds it, where the platform tells. */
  pid?: number
  args?: string[]
}

/** A heartbeat is touched every second. */
const FRESH_MS = 5000

/** Who holds a lock of lock.ts. Looks, and never tries the lock itself: that could make another command wait. */
export async function lockHolder(file: string): Promise<LockFinding> {
  const found = await lstat(file).catch(() => undefined)
  const beats = await heartbeats(file)
  if (!found) return { state: beats.length > 0 ? 'left' : 'free' }
  const table = await readFile('/proc/locks', 'utf8').catch(() => undefined)
  const held =
    table === undefined
      ? beats.some((beat) => Math.abs(Date.now() - beat) < FRESH_MS)
      : isLocked(table, found.ino)
  if (!held) return { state: beats.length > 0 ? 'left' : 'free' }
  return { state: 'held', ...(await whoOpened(file)) }
}

/** PURE. Whether the kernel's list of locks (proc(5), /proc/locks) holds a granted one on this inode. */
export function isLocked(table: string, inode: number): boolean {
  return table.split('\n').some((row) => !row.includes('->') && row.split(/\s+/)[5]?.endsWith(`:${inode}`))
}

async function heartbeats(file: string): Promise<number[]> {
  const names = await readdir(dirname(file)).catch(() => [])
  const mine = names.filter((name) => name.startsWith(`${basename(file)}.held-`))
  const found = await Promise.all(
    mine.map((name) => lstat(`${dirname(file)}/${name}`).catch(() => undefined)),
  )
  return found.flatMap((folder) => (folder ? [folder.mtimeMs] : []))
}

async function whoOpened(file: string): Promise<Pick<LockFinding, 'pid' | 'args'>> {
  for (const { pid } of await listStats()) {
    const folder = `/proc/${pid}/fd`
    const names = await readdir(folder).catch(() => [])
    const targets = await Promise.all(names.map((name) => readlink(`${folder}/${name}`).catch(() => '')))
    if (targets.includes(file)) return { pid, args: (await readArguments(pid)) ?? [] }
  }
  return {}
}
