import { constants } from 'node:fs'
import { lstat, open, readdir, rename, rm, stat, type FileHandle } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { isDiskFull, KiloError, systemCode } from '../errors.ts'
import { makeFolder } from './make-folder.ts'

/** Makes the folder 0700 if it is missing. Throws `unsafe-folder` when it is not ours or others may write to it. */
export async function ensurePrivateFolder(path: string): Promise<void> {
  try {
    await makeFolder(path)
    await checkFolder(path)
  } catch (error) {
    throw explainFailure(path, error)
  }
}

/** A link's owner may turn it elsewhere, and its target's own rights decide who writes there: both are looked at. */
async function checkFolder(path: string): Promise<void> {
  const link = await lstat(path)
  const folder = link.isSymbolicLink() ? await stat(path) : link
  if (!folder.isDirectory()) throw unsafe(path, 'is not a folder', `rm ${path}`)
  if (process.platform === 'win32') return
  const uid = process.getuid?.()
  const foreign = uid === undefined ? undefined : [link, folder].find((one) => one.uid !== uid)
  if (foreign)
    throw unsafe(path, `belongs to user ${foreign.uid}, not to ${uid}`, `sudo chown -R ${uid} ${path}`)
  if ((folder.mode & 0o002) !== 0) throw unsafe(path, 'is writable by everyone', `chmod 700 ${path}`)
}

function unsafe(path: string, what: string, hint: string): KiloError {
  return new KiloError('unsafe-folder', `the folder ${path} ${what}`, hint, { path })
}

/**
 * Replaces the file as a whole, mode 0600, durable before it returns; a symlink is replaced, not followed. What `mayReplace` throws, when all
 * is written and the old file still there, is thrown on.
 */
export async function writeFilePrivate(
  path: string,
  text: string | Uint8Array,
  mayReplace?: () => Promise<void>,
): Promise<void> {
  const temporary = join(dirname(path), `${temporaryPrefix(path)}${process.pid}-${crypto.randomUUID()}`)
  try {
    await writeDurably(temporary, text)
    await mayReplace?.()
    await rename(temporary, path)
  } catch (error) {
    await rm(temporary, { force: true })
    throw explainFailure(path, error)
  }
  await syncFolder(dirname(path))
}

async function writeDurably(path: string, text: string | Uint8Array): Promise<void> {
  const file = await open(path, 'wx', 0o600)
  try {
    await file.chmod(0o600)
    await file.writeFile(text)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** Without it the rename itself may be lost with the power (faults.md 6). */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

/** Nobody may write here, or nothing can be: a read-only disk, a file in a folder's place, `/proc`. */
const UNWRITABLE = new Set([
  'EACCES',
  'EPERM',
  'EROFS',
  'ENOENT',
  'ENOTDIR',
  'EISDIR',
  'ELOOP',
  'ENXIO',
  'ENAMETOOLONG',
])

/** A full disk or a forbidden folder as an error with a hint; anything else as it is. */
export function explainFailure(path: string, error: unknown): unknown {
  const code = systemCode(error)
  if (isDiskFull(error)) {
    return new KiloError(
      'disk-full',
      `no space left to write ${path}; the old file is intact`,
      `df -h ${dirname(path)}`,
      { path },
      error,
    )
  }
  if (code !== undefined && UNWRITABLE.has(code)) {
    return new KiloError(
      'not-writable',
      `${path} cannot be written (${code})`,
      `ls -ld ${dirname(path)} ${path}`,
      { path },
      error,
    )
  }
  return error
}

function temporaryPrefix(path: string): string {
  return `.${basename(path)}.tmp-`
}

/** Removes what killed writers of this file left behind. Call it with the file's lock held. */
export async function sweepTemporaries(path: string): Promise<void> {
  const prefix = temporaryPrefix(path)
  const names = await readdir(dirname(path))
  const left = names.filter((name) => name.startsWith(prefix))
  await Promise.all(left.map((name) => rm(join(dirname(path), name), { force: true })))
}

/** Opens, 0600 when it is made; what goes wrong says what to do. */
export async function openOrExplain(path: string, flags: number): Promise<FileHandle> {
  try {
    return await open(path, flags, 0o600)
  } catch (error) {
    throw explainFailure(path, error)
  }
}

/** Opens for appending, 0600 whatever the umask, and no symlink. */
export async function openPrivateLog(path: string): Promise<FileHandle> {
  await ensurePrivateFolder(dirname(path))
  const { O_APPEND, O_CREAT, O_RDWR, O_NOFOLLOW } = constants
  const file = await openOrExplain(path, O_APPEND | O_CREAT | O_RDWR | (O_NOFOLLOW ?? 0))
  await file.chmod(0o600)
  return file
}
