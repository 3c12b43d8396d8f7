import { randomUUID } from 'node:crypto'
import { mkdir, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { dirname, join } from 'node:path'
import { makeFolder } from '../files/make-folder.ts'
import { readPlainFile } from '../files/plain-file.ts'
import { isDiskFull, KiloError, systemCode } from '../errors.ts'
import { pause } from '../pause.ts'
import { explainFailure } from '../files/private-file.ts'
import { isRecord } from '../validate.ts'

/** The engine's own values (engine.md, "Its start lock"). */
const HEARTBEAT_MS = 10_000
const STALE_MS = 30_000
/** For what takes milliseconds: naming oneself in a new folder, breaking a stale one. What takes longer was killed meanwhile. */
const BRIEF_MS = 2000

/** Bytes of the file that says who holds it: some hundred. */
const MOST_META = 65_536

/** How our tokens begin. Whoever finds one holds our own lock, so its maker is dead or was passed over (faults.md 10). */
const OURS = 'kilo-console-'

export interface PeerLockOptions {
  /** Default 45 s: once over the stale time. */
  timeoutMs?: number
  signal?: AbortSignal | undefined
  onWait?: () => void
}

/**
 * Holds the lock folder that the engine's own CLI makes while it starts or stops its daemon, in its format: mkdir, `heartbeat`
 * touched every 10 s, `meta.json` with token and pid. To be taken inside our own lock, so that only that CLI contends.
 */
export async function withPeerLock<T>(
  folder: string,
  options: PeerLockOptions,
  work: () => Promise<T>,
): Promise<T> {
  const token = `${OURS}${randomUUID()}`
  try {
    await acquire(folder, token, options)
  } catch (error) {
    // Where nobody can make a folder, the engine's CLI cannot either.
    if (isDiskFull(error)) return work()
    throw explainFailure(folder, error)
  }
  const heartbeat = join(folder, 'heartbeat')
  const timer = setInterval(
    () => void utimes(heartbeat, new Date(), new Date()).catch(() => undefined),
    HEARTBEAT_MS,
  )
  timer.unref()
  try {
    return await work()
  } finally {
    clearInterval(timer)
    const holder = (await readMeta(folder)).token ?? token
    if (holder === token) await rm(folder, { recursive: true, force: true })
  }
}

async function acquire(
  folder: string,
  token: string,
  { timeoutMs = 45_000, signal, onWait }: PeerLockOptions,
): Promise<void> {
  await makeFolder(dirname(folder))
  const started = performance.now()
  let seen = ''
  let since = started
  for (let round = 0; !(await tryMake(folder, token)); round++) {
    if (round === 1) onWait?.()
    const beat = await readBeat(folder)
    if (beat !== seen) [seen, since] = [beat, performance.now()]
    const forMs = performance.now() - since
    const patienceMs = await patienceFor(folder)
    if (forMs >= patienceMs) await breakLock(folder, seen, forMs > patienceMs + BRIEF_MS)
    if (performance.now() - started > timeoutMs) throw timedOut(folder, timeoutMs)
    await pause(50, signal)
  }
}

async function tryMake(folder: string, token: string): Promise<boolean> {
  try {
    await mkdir(folder, { mode: 0o700 })
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return false
    throw error
  }
  try {
    await writeContents(folder, token)
  } catch (error) {
    // The folder is the lock. On a full disk a daemon must still be stoppable.
    if (!isDiskFull(error)) {
      await rm(folder, { recursive: true, force: true })
      throw error
    }
  }
  return true
}

async function writeContents(folder: string, token: string): Promise<void> {
  const meta = { token, pid: process.pid, hostname: hostname(), createdAt: new Date().toISOString() }
  await writeFile(join(folder, 'heartbeat'), '', { flag: 'wx', mode: 0o600 })
  await writeFile(join(folder, 'meta.json'), JSON.stringify(meta, undefined, 2), { flag: 'wx', mode: 0o600 })
}

/** What changes while the holder lives: compared with itself only, never with our clock. */
async function readBeat(folder: string): Promise<string> {
  const [made, beaten] = await Promise.all(
    [stat(folder), stat(join(folder, 'heartbeat'))].map((found) => found.catch(() => undefined)),
  )
  return `${made?.ino} ${made?.mtimeMs} ${beaten?.mtimeMs}`
}

/** For how long the folder must lie unchanged until it counts as left behind. */
async function patienceFor(folder: string): Promise<number> {
  const meta = await readMeta(folder)
  if (meta.token?.startsWith(OURS)) return 0
  if (meta.pid === undefined) return BRIEF_MS
  if (meta.hostname !== hostname()) return STALE_MS
  try {
    process.kill(meta.pid, 0)
    return STALE_MS
  } catch (error) {
    return systemCode(error) === 'ESRCH' ? 0 : STALE_MS
  }
}

/** The engine breaks a stale lock under `<folder>.breaker`; so do we, or both would remove each other's new one. */
async function breakLock(folder: string, stalledBeat: string, breakerIsDead: boolean): Promise<void> {
  const breaker = `${folder}.breaker`
  try {
    await mkdir(breaker, { mode: 0o700 })
  } catch (error) {
    if (systemCode(error) !== 'EEXIST') throw error
    if (breakerIsDead) await rm(breaker, { recursive: true, force: true })
    return
  }
  try {
    if ((await readBeat(folder)) === stalledBeat) await rm(folder, { recursive: true, force: true })
  } finally {
    await rm(breaker, { recursive: true, force: true })
  }
}

async function readMeta(folder: string): Promise<{ token?: string; pid?: number; hostname?: string }> {
  try {
    const file = await readPlainFile(join(folder, 'meta.json'), { mostBytes: MOST_META })
    const meta: unknown = typeof file === 'string' ? undefined : JSON.parse(file.bytes.toString('utf8'))
    if (!isRecord(meta)) return {}
    const { token, pid, hostname } = meta
    return {
      ...(typeof token === 'string' ? { token } : {}),
      ...(typeof pid === 'number' && Number.isInteger(pid) && pid > 0 ? { pid } : {}),
      ...(typeof hostname === 'string' ? { hostname } : {}),
    }
  } catch {
    return {}
  }
}

function timedOut(folder: string, timeoutMs: number): KiloError {
  const seconds = Math.round(timeoutMs / 1000)
  return new KiloError(
    'lock-timeout',
    `the engine's own CLI has held ${folder} for ${seconds} s`,
    'kilo daemon status',
    { folder },
  )
}
