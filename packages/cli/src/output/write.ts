import { writeSync } from 'node:fs'
import { systemCode } from '@kilo-console/daemon'

const STDOUT = 1

/** A text and the end of its line, to standard output. */
export function write(text: string): void {
  const bytes = Buffer.from(`${text}\n`)
  const written = writeNow(bytes)
  if (written === bytes.length) return
  surviveClosedOutput()
  process.stdout.write(bytes.subarray(written))
}

/**
 * How many bytes were taken at once: making Node's stream takes a millisecond, which is much of an instant answer. A pipe that is full
 * leaves the rest to the stream, and so does a Windows console, which wants its text translated.
 */
function writeNow(bytes: Buffer): number {
  if (process.platform === 'win32') return 0
  try {
    return writeSync(STDOUT, bytes)
  } catch (error) {
    return systemCode(error) === 'EPIPE' ? bytes.length : 0
  }
}

/** What was begun goes on to its end, whatever becomes of what it says: `kilo … | head -1`, a full disk, a closed terminal (faults.md 28). */
export function surviveClosedOutput(): void {
  if (!process.stdout.listeners('error').includes(missed)) process.stdout.on('error', missed)
  if (!process.stderr.listeners('error').includes(unheard)) process.stderr.on('error', unheard)
}

/** Nobody reads any more: a pipe's reader has ended, or the terminal. */
const UNREAD = new Set(['EPIPE', 'EIO'])

function missed(error: NodeJS.ErrnoException): void {
  if (UNREAD.has(error.code ?? '')) return
  // A file that holds half an answer must not pass for a whole one.
  process.stderr.write(`kilo: the output could not be written (${error.code})\n`)
  process.exitCode = 1
}

function unheard(): void {
  // There is nowhere left to say it.
}
