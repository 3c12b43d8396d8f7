import { open } from 'node:fs/promises'
import { logFiles, printable, systemCode } from '@kilo-console/daemon'

/** Where a reader of the log has come to: which file, and how far in it. A rotation renames files, so the name does not tell. */
export interface LogPlace {
  inode: number
  offset: number
}

/** A longer tail than this is not read: a log may be of any size. */
const MAX_TAIL_BYTES = 8 << 20

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
  return { lines: isCut ? lines.slice(1) : lines, isCut, end: read.end }
}

/** The file's bytes from `startAt`, and where that ended. Undefined: there is no such file. */
export async function readLog(
  path: string,
  startAt: (file: { inode: number; size: number }) => number,
): Promise<{ bytes: Buffer; end: LogPlace } | undefined> {
  try {
    const file = await open(path, 'r')
    try {
      const { ino: inode, size } = await file.stat()
      const start = startAt({ inode, size })
      const { buffer, bytesRead } = await file.read(Buffer.alloc(size - start), 0, undefined, start)
      return { bytes: buffer.subarray(0, bytesRead), end: { inode, offset: start + bytesRead } }
    } finally {
      await file.close()
    }
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined
    throw error
  }
}
