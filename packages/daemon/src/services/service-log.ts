import { lstat, rename } from 'node:fs/promises'
import { isDiskFull } from '../errors.ts'
import { openPrivateLog } from '../files/private-file.ts'

/** A log of this size is put aside when the next start begins. */
export const LOG_ROTATE_BYTES = 10_000_000
/** `<log>.1` is the newest of those put aside. */
export const LOG_KEPT = 3

/** The log and those put aside, newest first. */
export function logFiles(log: string): string[] {
  return [log, ...Array.from({ length: LOG_KEPT }, (_, index) => `${log}.${index + 1}`)]
}

/**
 * Opens a new chapter of the log: rotates it when it has grown, and writes when and what is started. Call it with the service's lock
 * held, before the spawn.
 *
 * A service writes to its log by itself, so the file is never cut while it runs: a copy that is truncated loses what is written in
 * between. Whole files are renamed at a start instead, and the chapter before is always in `<log>` or `<log>.1`.
 */
export async function beginChapter(log: string, title: string): Promise<void> {
  await rotate(log)
  await noteInLog(log, title)
}

async function rotate(log: string): Promise<void> {
  const found = await lstat(log).catch(() => undefined)
  if (!found?.isFile() || found.size < LOG_ROTATE_BYTES) return
  const oldestFirst = logFiles(log).toReversed()
  for (const [index, file] of oldestFirst.entries()) {
    const older = oldestFirst[index - 1]
    // A log that cannot be put aside is no reason not to start: it then grows on.
    if (older) await rename(file, older).catch(() => undefined)
  }
}

/** Adds a line of ours, told from the service's own by its dashes and its time. A full disk is no reason to fail (faults.md 8). */
export async function noteInLog(log: string, text: string): Promise<void> {
  const file = await openPrivateLog(log)
  try {
    await file.appendFile(`${noteLine(new Date(), text)}\n`)
  } catch (error) {
    if (!isDiskFull(error)) throw error
  } finally {
    await file.close()
  }
}

/** `--- 2026-03-01 09:05:07 +01:00 daemon starts`: the reader's own time, and how far from UTC it is. */
export function noteLine(now: Date, text: string): string {
  const two = (value: number) => String(value).padStart(2, '0')
  const day = [now.getFullYear(), two(now.getMonth() + 1), two(now.getDate())].join('-')
  const time = [now.getHours(), now.getMinutes(), now.getSeconds()].map(two).join(':')
  const minutes = Math.abs(now.getTimezoneOffset())
  const zone = `${now.getTimezoneOffset() > 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
  return `--- ${day} ${time} ${zone} ${text}`
}
