import { rename, rm } from 'node:fs/promises'
import { KiloError, systemCode } from '../errors.ts'
import { readPlainFileSync } from '../files/plain-file.ts'
import { ensurePrivateFolder, sweepTemporaries, writeFilePrivate } from '../files/private-file.ts'
import type { Json } from '../validate.ts'
import { parseState, type ServiceState, type StateRead } from './state.ts'

/** What a service says of its own state file. */
export interface StateShape<S extends ServiceState> {
  paths: { folder: string; state: string }
  parse(json: Json, base: ServiceState): S | undefined
}

/** The lock under which alone the file is written. Rejects once it is not held any more. */
interface Held {
  assertHeld(): Promise<void>
}

/** A state file is a few hundred bytes; more than this is not one. */
const MAX_BYTES = 1 << 20

/**
 * Never throws for what is in the file, and follows no symlink. Read at once: a promise of the file system costs ten times as much as these
 * few bytes, and every answer begins here.
 */
export async function readState<S extends ServiceState>(service: StateShape<S>): Promise<StateRead<S>> {
  const path = service.paths.state
  let file
  try {
    file = readPlainFileSync(path, { mostBytes: MAX_BYTES, followsLinks: false })
  } catch (error) {
    return unreadable(path, error)
  }
  if (file === 'no-file') return { kind: 'bad', reason: 'is not a file' }
  if (file === 'too-large') return { kind: 'bad', reason: 'is too large' }
  const read = parseState(file.bytes.toString('utf8'), (json, base) => service.parse(json, base))
  const exposed = process.platform !== 'win32' && (file.stats.mode & 0o077) !== 0
  return read.kind === 'ok' || read.kind === 'bad' ? { ...read, exposed } : read
}

function unreadable(path: string, error: unknown): { kind: 'absent' } | { kind: 'bad'; reason: string } {
  const code = systemCode(error)
  if (code === 'ENOENT' || code === 'ENOTDIR') return { kind: 'absent' }
  if (code === 'ELOOP') return { kind: 'bad', reason: 'is a symbolic link' }
  throw new KiloError('not-readable', `${path} cannot be read (${code})`, `ls -l ${path}`, { path }, error)
}

/**
 * Only while the lock is held, at the very moment when the file is replaced too: throws `lock-lost`. What a killed writer left beside the
 * file is swept: it may hold a password (faults.md 6, 10).
 */
export async function writeState<S extends ServiceState>(
  service: StateShape<S>,
  state: S,
  lock: Held,
): Promise<void> {
  await lock.assertHeld()
  await ensurePrivateFolder(service.paths.folder)
  await sweepTemporaries(service.paths.state)
  await writeFilePrivate(service.paths.state, `${JSON.stringify(state, undefined, 2)}\n`, () =>
    lock.assertHeld(),
  )
}

/** Keeps an unusable file for whoever wants to look at it, out of the way (faults.md 1). A link is moved, not its target. Needs the lock. */
export async function setAsideIfBad<S extends ServiceState>(service: StateShape<S>): Promise<void> {
  if ((await readState(service)).kind !== 'bad') return
  const aside = `${service.paths.state}.bad-${new Date().toISOString().replaceAll(':', '-')}`
  await rename(service.paths.state, aside)
}

/** Removes the file, whatever it says, and what killed writers left beside it. Needs the lock. */
export async function clearState(service: Pick<StateShape<ServiceState>, 'paths'>): Promise<void> {
  await rm(service.paths.state, { force: true })
  await sweepTemporaries(service.paths.state)
}

/** Whether the file speaks of this very start. */
export async function isRecorded<S extends ServiceState>(service: StateShape<S>, state: S): Promise<boolean> {
  const read = await readState(service)
  return read.kind === 'ok' && read.state.pid === state.pid && read.state.nonce === state.nonce
}

/** Removes the file if it still speaks of this start; another's is left alone. */
export async function removeState<S extends ServiceState>(service: StateShape<S>, state: S): Promise<void> {
  if (await isRecorded(service, state)) await rm(service.paths.state, { force: true })
}
