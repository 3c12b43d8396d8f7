/** One file of settings on the disk: replaced as a whole, where a link leads, with the rights that it had, and only while it is what was read. */
import { createHash, randomUUID } from 'node:crypto'
import { constants } from 'node:fs'
import { access, chmod, lstat, mkdir, open, realpath, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { readPlainFile, systemCode } from '@kilo-console/daemon'
import { HttpProblem } from '../http/problem.ts'
import { lookAtFiles } from './look-at-files.ts'

const MOST_BYTES = 1024 * 1024
/** Of one that is made: it may come to hold a key. */
const NEW_MODE = 0o600

export interface SettingsFile {
  path: string
  /** Without a byte-order mark. */
  text: string
  revision: string
  exists: boolean
  writable: boolean
}

/**
 * Of a disk that has gone away nothing is read: that would hold up for ever one of the few threads that all files are read with. Throws 400
 * `config-refused`, also for what is no text of settings.
 */
export async function readSettingsFile(file: string, lookAt = lookAtFiles): Promise<SettingsFile> {
  const look = (await lookAt([file])).get(file)
  if (look?.found === 'unreadable') throw refused(look.why)
  return read(file)
}

async function read(file: string): Promise<SettingsFile> {
  const found = await readBytes(file).catch((error: unknown) => refuse('read', error))
  if (!found && (await isLink(file))) throw refused('It is a link that leads nowhere.')
  if (!found) return { path: file, text: '', revision: '', exists: false, writable: true }
  const text = found.bytes.toString('utf8')
  if (!Buffer.from(text).equals(found.bytes)) throw refused('It is no text in UTF-8.')
  const revision = createHash('sha256').update(found.bytes).digest('hex')
  const mayWrite = await access(file, constants.W_OK).then(
    () => true,
    () => false,
  )
  const writable = mayWrite && (found.mode & 0o222) !== 0
  return { path: file, text: text.replace(/^\uFEFF/, ''), revision, exists: true, writable }
}

/** False: it is another one by now, and was left alone. Throws 400 `config-refused`. */
export async function writeSettingsFile(
  { path: file, revision, writable }: SettingsFile,
  text: string,
): Promise<boolean> {
  if (!writable) throw refused('It may not be written.')
  try {
    await mkdir(path.dirname(file), { recursive: true })
    return await replace(revision === '' ? file : await realpath(file), revision, text)
  } catch (error) {
    return refuse('written', error)
  }
}

async function replace(real: string, revision: string, text: string): Promise<boolean> {
  const before = await readBytes(real)
  const mode = (before?.mode ?? NEW_MODE) & 0o777
  const mark = before?.bytes.subarray(0, 3).equals(Buffer.from('\uFEFF')) ? '\uFEFF' : ''
  // It could not be read again.
  if (Buffer.byteLength(mark + text) > MOST_BYTES) throw refused('It would be larger than 1 MB.')
  const temporary = path.join(path.dirname(real), `.${path.basename(real)}.${randomUUID()}`)
  try {
    await writeNew(temporary, mark + text, mode)
    // As near to the replacement as it gets: whoever writes in between is not heard.
    if ((await read(real)).revision !== revision) return false
    await rename(temporary, real)
    return true
  } finally {
    await rm(temporary, { force: true })
  }
}

async function writeNew(temporary: string, text: string, mode: number): Promise<void> {
  const file = await open(temporary, 'wx', 0o600)
  try {
    await file.writeFile(text)
    await file.sync()
  } finally {
    await file.close()
  }
  await chmod(temporary, mode)
}

async function readBytes(file: string): Promise<{ bytes: Buffer; mode: number } | undefined> {
  try {
    const found = await readPlainFile(file, { mostBytes: MOST_BYTES })
    if (found === 'no-file') throw refused('It is no file.')
    if (found === 'too-large') throw refused('It is larger than 1 MB.')
    return { bytes: found.bytes, mode: found.stats.mode }
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined
    throw error
  }
}

/** It may lead to a disk that is not there now: a file in its place would hide the one over there. */
const isLink = (file: string): Promise<boolean> =>
  lstat(file).then(
    (stats) => stats.isSymbolicLink(),
    () => false,
  )

const refused = (why: string) => new HttpProblem(400, 'config-refused', why)

function refuse(what: 'read' | 'written', error: unknown): never {
  if (error instanceof HttpProblem) throw error
  throw refused(`It can’t be ${what} (${systemCode(error) ?? 'unknown error'}).`)
}
