import { join } from 'node:path'
import { kiloPaths, LOG_ROTATE_BYTES } from '@kilo-console/daemon'
import { megabytes } from '../output/format.ts'
import { readLog } from '../logs/tail.ts'
import { ok, type Finding, warning } from './finding.ts'
import { shortPath } from './print.ts'

const TAIL_BYTES = 256 * 1024
/** A log that a start would long have put aside, were there a start. */
const LARGE_BYTES = 10 * LOG_ROTATE_BYTES

export async function examineLogs(): Promise<Finding[]> {
  const { home, log, daemonLog } = kiloPaths()
  const [ours, engines] = await Promise.all([readTail(daemonLog), readTail(join(log, 'opencode.log'))])
  return [
    ...(ours ? [judgeSize(ours.size)] : []),
    ...(engines ? [judgeErrors(engines.text, shortPath(join(log, 'opencode.log'), home))] : []),
  ]
}

/** PURE. */
export function judgeSize(bytes: number): Finding {
  if (bytes < LARGE_BYTES) return ok('log size', bytes < 1e6 ? 'under 1 MB' : megabytes(bytes))
  return warning(
    'log size',
    `the daemon's log has grown to ${megabytes(bytes)}`,
    'kilo daemon restart, which begins a new one',
  )
}

/** PURE. Errors in the engine's own log: lines such as `timestamp=2026-… level=ERROR …`. Model calls that fail are there too: no warning. */
export function judgeErrors(tail: string, path: string): Finding {
  const errors = tail.split('\n').filter((line) => /\blevel=ERROR\b/.test(line))
  const last = /timestamp=(\S+)/.exec(errors.at(-1) ?? '')?.[1]
  if (errors.length === 0) return ok('engine log', `${path} · no errors lately`)
  const many = `${errors.length} error${errors.length === 1 ? '' : 's'} lately`
  return ok('engine log', `${path} · ${many}${last ? `, the last at ${last}` : ''} · grep level=ERROR`)
}

async function readTail(path: string): Promise<{ size: number; text: string } | undefined> {
  const read = await readLog(path, ({ size }) => Math.max(0, size - TAIL_BYTES)).catch(() => undefined)
  return read && { size: read.end.offset, text: read.bytes.toString() }
}
