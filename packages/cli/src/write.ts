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

/** `kilo … | head -1`: what was begun goes on to its end, in silence (faults.md 28). */
export function surviveClosedOutput(): void {
  for (const stream of [process.stdout, process.stderr]) {
    if (!stream.listeners('error').includes(ignoreClosedPipe)) stream.on('error', ignoreClosedPipe)
  }
}

function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error
}
