import { open } from 'node:fs/promises'
import { KiloError, logFiles, printable, systemCode } from '@kilo-console/daemon'

/** Where a reader of the log has come to: which file, and how far in it. A rotation renames files, so the name does not tell. */
export interface LogPlace {
  inode: number
  offset: number
}

/** A longer tail than this is not read: a log may be of any size. */
const MAX_TAIL_BYTES = 8 << 20
/** Nor more than this at a time. */
const MAX_READ_BYTES = 16 << 20

/** The log's last lines, from those put aside too when it is young, and where it ended. Undefined: there is no log. */
export async function lastLines(
  log: string,
  count: number,
): Promise<{ text: string; end: LogPlace } | undefined> {
  const newest = await readTail(log)
  if (!newest) return undefined
  let { lines, isCut } = newest
  for (const older of logFiles(log).slice(1)) {
    if (isCut || lines.length >= count) break
    const before = await readTail(older)
    if (!before) break
    lines = [...before.lines, ...lines]
    isCut = before.isCut
  }
  const last = count === 0 ? [] : lines.slice(-count)
  return { text: last.map((line) => `${line}\n`).join(''), end: newest.end }
}

/** `isCut`: it is longer, and what comes before these lines was not read. */
async function readTail(
  path: string,
): Promise<{ lines: string[]; isCut: boolean; end: LogPlace } | undefined> {
  const read = await readLog(path, ({ size }) => Math.max(0, size - MAX_TAIL_BYTES))
  if (!read) return undefined
  const isCut = read.end.offset > read.bytes.length
  const lines = printable(read.bytes.toString()).split('\n')
  if (lines.at(-1) === '') lines.pop()
  // The first was not read from its beginning on; of a line that is longer than all this, its end is better than nothing.
  return { lines: isCut && lines.length > 1 ? lines.slice(1) : lines, isCut, end: read.end }
}

/** The file's bytes from `startAt`, 16 MiB at most, and where that ended; `isWhole` when at its end. Undefined: there is no such file. */
export async function readLog(
  path: string,
  startAt: (file: { inode: number; size: number }) => number,
): Promise<{ bytes: Buffer; isWhole: boolean; end: LogPlace } | undefined> {
  try {
    const file = await open(path, 'r')
    try {
      const { ino: inode, size } = await file.stat()
      const start = startAt({ inode, size })
      const length = Math.min(size - start, MAX_READ_BYTES)
      const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, undefined, start)
      const offset = start + bytesRead
      return { bytes: buffer.subarray(0, bytesRead), isWhole: offset >= size, end: { inode, offset } }
    } finally {
      await file.close()
    }
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined
    throw new KiloError(
      'not-readable',
      `${path} cannot be read (${systemCode(error) ?? String(error)})`,
      `ls -l ${path}`,
      { path },
      error,
    )
  }
}
