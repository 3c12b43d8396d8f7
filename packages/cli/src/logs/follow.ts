import { stat } from 'node:fs/promises'
import { StringDecoder } from 'node:string_decoder'
import { setTimeout as sleep } from 'node:timers/promises'
import { logFiles, printable } from '@kilo-console/daemon'
import { readLog, type LogPlace } from './tail.ts'

const POLL_MS = 100

/**
 * Prints what is added until the signal fires or nobody reads any more. It waits for a log that is not there yet, finds the rest of one
 * that was put aside meanwhile, and reads one that was cut from its start again.
 */
export async function followLog(log: string, from: LogPlace | undefined, signal: AbortSignal): Promise<void> {
  // A character may be written in two halves.
  const decoder = new StringDecoder('utf8')
  let place = from
  // Not `writable`: after EPIPE Node makes stdout writable again (faults.md 28).
  const closed = new AbortController()
  process.stdout.once('error', () => closed.abort())
  while (!signal.aborted && !closed.signal.aborted) {
    const added = await readAdded(log, place)
    place = added.place
    if (added.bytes.length > 0) process.stdout.write(printable(decoder.write(added.bytes)))
    await sleep(POLL_MS, undefined, { signal }).catch(() => undefined)
  }
}

/**
 * All bytes behind `place`: of its file, wherever it lies now, and of those begun since. Files may be put aside at any moment, which only ever
 * moves one to a higher number: what was found under a name is checked after it was read.
 */
export async function readAdded(
  log: string,
  place: LogPlace | undefined,
): Promise<{ bytes: Buffer; place: LogPlace | undefined }> {
  const files = logFiles(log)
  const chunks: Buffer[] = []
  for (let end = place; ;) {
    const at = end ? await findFile(files, end.inode) : -1
    // None yet, or one that is gone altogether and cannot be gone on with: the newest is.
    const path = at === -1 ? log : (files[at] ?? log)
    const read = await readLog(path, startOf(at === -1 ? undefined : end))
    if (at !== -1 && read?.end.inode !== end?.inode) continue
    if (!read) return { bytes: Buffer.concat(chunks), place: end }
    chunks.push(read.bytes)
    end = read.end
    const newer = at > 0 && read.isWhole ? await readLog(files[at - 1] ?? log, () => 0) : undefined
    if (newer && (await inodeOf(path)) !== end.inode) continue
    if (!newer) return { bytes: Buffer.concat(chunks), place: end }
    chunks.push(newer.bytes)
    end = newer.end
  }
}

function startOf(place: LogPlace | undefined): (file: { size: number }) => number {
  return ({ size }) => (place && size >= place.offset ? place.offset : 0)
}

/** One after the other, the newest first: one that is put aside meanwhile is met under its next name. */
async function findFile(files: string[], inode: number): Promise<number> {
  for (const [index, file] of files.entries()) if ((await inodeOf(file)) === inode) return index
  return -1
}

function inodeOf(path: string): Promise<number | undefined> {
  return stat(path).then(
    ({ ino }) => ino,
    () => undefined,
  )
}
