import { open } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { printable, systemCode } from '@kilo-console/daemon'

/** A longer tail than this is not read: a log may be of any size. */
const MAX_TAIL_BYTES = 8 << 20

/** The file's last lines and where it ended. Undefined: there is no such file. */
export async function lastLines(
  path: string,
  count: number,
): Promise<{ text: string; end: number } | undefined> {
  const read = await readFrom(path, (size) => Math.max(0, size - MAX_TAIL_BYTES))
  if (!read) return undefined
  const lines = read.text.split('\n')
  if (lines.at(-1) === '') lines.pop()
  const last = count === 0 ? [] : lines.slice(-count)
  return { text: last.map((line) => `${line}\n`).join(''), end: read.end }
}

/** Prints what is added until the signal fires or nobody reads any more. A log that was cut is read from its start again. */
export async function followLog(path: string, from: number, signal: AbortSignal): Promise<void> {
  let offset = from
  while (!signal.aborted && process.stdout.writable) {
    const read = await readFrom(path, (size) => (size < offset ? 0 : offset))
    if (read) {
      process.stdout.write(read.text)
      offset = read.end
    }
    await sleep(100, undefined, { signal }).catch(() => undefined)
  }
}

async function readFrom(
  path: string,
  startAt: (size: number) => number,
): Promise<{ text: string; end: number } | undefined> {
  try {
    const file = await open(path, 'r')
    try {
      const { size } = await file.stat()
      const start = startAt(size)
      const { buffer, bytesRead } = await file.read(Buffer.alloc(size - start), 0, undefined, start)
      return { text: printable(buffer.subarray(0, bytesRead).toString()), end: start + bytesRead }
    } finally {
      await file.close()
    }
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined
    throw error
  }
}
