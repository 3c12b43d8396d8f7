import { constants, lstatSync } from 'node:fs'
import { lstat, readdir, rename, rm, rmdir, type FileHandle } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { isDiskFull, KiloError, systemCode } from '../errors.ts'
import { pause } from '../pause.ts'
import { ensurePrivateFolder, explainFailure, openOrExplain } from '../files/private-file.ts'

export interface LockOptions {
  /** Default 120 s: a few cold starts in a row. */
  timeoutMs?: number
  /** A holder that shows no life for this long, by our own monotonic clock, is passed over. Default 20 s. */
  stallMs?: number | undefined
  signal?: AbortSignal | undefined
  onWait?: () => void
}

export interface Lock {
  /** Throws `lock-lost`. To be called before every step that must not happen twice. */
  assertHeld(): Promise<void>
}

/** Longer than any clock is set by: proper-lockfile compares with the wall clock, and would give its folder up (faults.md 11). */
const NEVER_STALE_MS = 1000 * 365 * 24 * 3600 * 1000

/**
 * Runs `work` while no other process does so under the same lock file.
 *
 * proper-lockfile shows the holder's life (a folder touched every second), but does not exclude by itself: contenders that
 * find a stale folder can all win. So a kernel lock on a file decides, which ends with its process. Staleness is never judged by the
 * wall clock (faults.md 11): a contender must itself see the folder unchanged for `stallMs`. It then puts a new lock file in the
 * place of the old, and the stopped holder, when it goes on, finds that its file is not the one at that path (faults.md 10).
 */
export async function withLock<T>(
  file: string,
  options: LockOptions,
  work: (lock: Lock) => Promise<T>,
): Promise<T> {
  await ensurePrivateFolder(dirname(file))
  const handle = await acquire(file, options)
  try {
    const assertHeld = async () => {
      if (!(await isCurrent(handle, file))) throw lost(file)
    }
    const stopHeartbeat = await startHeartbeat(file, handle)
    try {
      return await work({ assertHeld })
    } finally {
      await stopHeartbeat()
    }
  } finally {
    await handle.close()
  }
}

async function acquire(file: string, options: LockOptions): Promise<FileHandle> {
  const { timeoutMs = 120_000, stallMs = 20_000, signal, onWait } = options
  const stall = watchStall(file)
  const deadline = performance.now() + timeoutMs
  for (let round = 0; ; round++) {
    const handle = await tryAcquire(file)
    if (handle) return handle
    if (round === 1) onWait?.()
    const { beat, forMs } = await stall()
    const taken = forMs > stallMs ? await takeOver(file, beat) : undefined
    if (taken) return taken
    if (performance.now() > deadline) throw timedOut(file, timeoutMs)
    await pause(15 + Math.random() * 45, signal)
  }
}

async function tryAcquire(file: string): Promise<FileHandle | undefined> {
  const { tryLock } = await import('fs-native-extensions')
  const handle = await openOrExplain(file, constants.O_RDWR | constants.O_CREAT | (constants.O_NOFOLLOW ?? 0))
  try {
    if (tryLock(handle.fd) && (await isCurrent(handle, file))) return handle
  } catch (error) {
    await handle.close()
    throw error
  }
  await handle.close()
  return undefined
}

async function isCurrent(handle: FileHandle, file: string): Promise<boolean> {
  const [held, current] = await Promise.all([handle.stat(), lstat(file).catch(() => undefined)])
  return current !== undefined && held.ino === current.ino && held.dev === current.dev
}

interface Stall {
  beat: string
  /** Milliseconds, by the monotonic clock, for which the holder's heartbeat has not moved under our eyes. */
  forMs: number
}

function watchStall(file: string): () => Promise<Stall> {
  let seen = ''
  let since = performance.now()
  return async () => {
    const beat = await readBeat(file)
    if (beat !== seen) [seen, since] = [beat, performance.now()]
    return { beat, forMs: performance.now() - since }
  }
}

/** Whether somebody is at work under it, or died there. Costs two looks at the disk, and loads nothing. */
export function looksHeld(file: string): boolean {
  try {
    return lstatSync(heartbeatFolder(file, lstatSync(file).ino)).isDirectory()
  } catch {
    return false
  }
}

async function readBeat(file: string): Promise<string> {
  try {
    const { ino } = await lstat(file)
    const folder = await lstat(heartbeatFolder(file, ino))
    return `${ino} ${folder.mtimeMs} ${folder.ino}`
  } catch (error) {
    return systemCode(error) ?? 'unreadable'
  }
}

/** One taker at a time, under a second kernel lock; whoever comes second finds the first one's heartbeat moving. */
async function takeOver(file: string, stalledBeat: string): Promise<FileHandle | undefined> {
  const gate = await tryAcquire(`${file}.takeover`)
  if (!gate) return undefined
  try {
    if ((await readBeat(file)) !== stalledBeat) return undefined
    // Those of takers that were killed just here.
    await sweep(file, '.new-', (path) => rm(path, { force: true }))
    const fresh = `${file}.new-${crypto.randomUUID()}`
    const handle = await tryAcquire(fresh)
    await rename(fresh, file)
    return handle
  } finally {
    await gate.close()
  }
}

const HELD = '.held-'

/** Named after the lock file's inode, so that a holder that was passed over cannot remove its successor's. */
function heartbeatFolder(file: string, inode: number): string {
  return `${file}${HELD}${inode}`
}

async function startHeartbeat(file: string, handle: FileHandle): Promise<() => Promise<void>> {
  const lockfile = (await import('proper-lockfile')).default
  const folder = heartbeatFolder(file, (await handle.stat()).ino)
  await sweep(file, HELD, rmdir)
  let compromised = false
  try {
    // No stale time of its own: whoever gets here holds the kernel lock, so what lay here was dead, and is removed above.
    const release = await lockfile.lock(folder, {
      lockfilePath: folder,
      realpath: false,
      stale: NEVER_STALE_MS,
      update: 1000,
      onCompromised: () => (compromised = true),
    })
    return async () => {
      if (!compromised) await release()
    }
  } catch (error) {
    // On a full disk a daemon must still be stoppable. Nobody passes us over there: that takes a new file.
    if (isDiskFull(error)) return () => Promise.resolve()
    throw explainFailure(folder, error)
  }
}

async function sweep(file: string, suffix: string, remove: (path: string) => Promise<void>): Promise<void> {
  const names = await readdir(dirname(file))
  const dead = names.filter((name) => name.startsWith(`${basename(file)}${suffix}`))
  await Promise.all(dead.map((name) => remove(join(dirname(file), name)).catch(() => undefined)))
}

function lost(file: string): KiloError {
  return new KiloError(
    'lock-lost',
    'this process was stopped for so long that another took over its work',
    'kilo doctor',
    { file },
  )
}

function timedOut(file: string, timeoutMs: number): KiloError {
  const seconds = Math.round(timeoutMs / 1000)
  return new KiloError(
    'lock-timeout',
    `another kilo command has held ${file} for ${seconds} s`,
    'wait for it to end, then run the command again',
    { file },
  )
}
