import { stat } from 'node:fs/promises'
import { StringDecoder } from 'node:string_decoder'
import { setTimeout as sleep } from 'node:timers/promises'
import { logFiles, printable } from '@kilo-console/daemon'
import { readLog, type LogPlace } from './log-tail.ts'

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

/** All bytes behind `place`: of its file, wherever it lies now, and of those begun since. */
export async function readAdded(
  log: string,
  place: LogPlace | undefined,
): Promise<{ bytes: Buffer; place: LogPlace | undefined }> {
  const chunks: Buffer[] = []
  let end = place
  for (const path of await filesSince(log, place)) {
    const read = await readLog(path, ({ inode, size }) =>
      end?.inode === inode && size >= end.offset ? end.offset : 0,
    )
    if (!read) continue
    chunks.push(read.bytes)
    end = read.end
  }
  return { bytes: Buffer.concat(chunks), place: end }
}

/** Oldest first. A file that is gone altogether cannot be gone on with: only the newest is. */
async function filesSince(log: string, place: LogPlace | undefined): Promise<string[]> {
  if (!place || (await inodeOf(log)) === place.inode) return [log]
  const files = logFiles(log)
  const inodes = await Promise.all(files.map(inodeOf))
  const at = inodes.indexOf(place.inode)
  return at === -1 ? [log] : files.slice(0, at + 1).toReversed()
}

function inodeOf(path: string): Promise<number | undefined> {
  return stat(path).then(
    ({ ino }) => ino,
    () => undefined,
  )
}
