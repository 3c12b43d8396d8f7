/**
 * What stands in a file that anybody may have made: in its place may be a pipe, which would hold up who opens it, a folder, or what has no end, whatever
 * size it claims.
 */
import { closeSync, constants, fstatSync, openSync, readSync, type Stats } from 'node:fs'
import { open } from 'node:fs/promises'
import { systemCode } from '../errors.ts'

export interface PlainFile {
  bytes: Buffer
  stats: Stats
}

/** Why there is nothing to read: it is no ordinary file, or one with more bytes than were wanted. */
export type NoPlainFile = 'no-file' | 'too-large'

export interface Wanted {
  mostBytes: number
  /** Default true. */
  followsLinks?: boolean
}

/** Of what says to be empty, as files of /proc do. */
const PIECE_BYTES = 64 * 1024

/** Rejects with what the system says: ENOENT, EACCES, ELOOP for a link that is not followed. */
export async function readPlainFile(path: string, wanted: Wanted): Promise<PlainFile | NoPlainFile> {
  const file = await open(path, flagsFor(wanted)).catch(noFile)
  if (file === 'no-file') return file
  try {
    const steps = reading(await file.stat(), wanted)
    let step = steps.next()
    while (!step.done) step = steps.next((await file.read(step.value)).bytesRead)
    return step.value
  } finally {
    await file.close()
  }
}

/** The same at once. Throws what the other rejects with. */
export function readPlainFileSync(path: string, wanted: Wanted): PlainFile | NoPlainFile {
  const file = openAtOnce(path, wanted)
  if (file === 'no-file') return file
  try {
    const steps = reading(fstatSync(file), wanted)
    let step = steps.next()
    while (!step.done) step = steps.next(readSync(file, step.value))
    return step.value
  } finally {
    closeSync(file)
  }
}

function openAtOnce(path: string, wanted: Wanted): number | 'no-file' {
  try {
    return openSync(path, flagsFor(wanted))
  } catch (error) {
    return noFile(error)
  }
}

/** Windows has neither. */
function flagsFor({ followsLinks = true }: Wanted): number {
  const { O_RDONLY, O_NONBLOCK, O_NOFOLLOW }: Partial<typeof constants> = constants
  return (O_RDONLY ?? 0) | (O_NONBLOCK ?? 0) | (followsLinks ? 0 : (O_NOFOLLOW ?? 0))
}

/** What a socket answers to open(2). */
function noFile(error: unknown): 'no-file' {
  if (systemCode(error) === 'ENXIO') return 'no-file'
  throw error
}

/** PURE. Gives what to read into, and is told how much was read. */
function* reading(stats: Stats, { mostBytes }: Wanted): Generator<Buffer, PlainFile | NoPlainFile, number> {
  if (!stats.isFile()) return 'no-file'
  if (stats.size > mostBytes) return 'too-large'
  const pieces: Buffer[] = []
  for (let length = 0; ;) {
    const piece = Buffer.allocUnsafe(stats.size === 0 ? PIECE_BYTES : stats.size + 1)
    const read = yield piece
    if (read === 0) return { bytes: Buffer.concat(pieces), stats }
    length += read
    if (length > mostBytes) return 'too-large'
    pieces.push(piece.subarray(0, read))
  }
}
