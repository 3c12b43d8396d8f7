/**
 * One small file of the host's: 0600, replaced as a whole, of a version that is told, and bounded. This process is its only writer: there is one host for a
 * home, by its lock.
 */
import { access, chmod, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import {
  ensurePrivateFolder,
  KiloError,
  readPlainFile,
  sweepTemporaries,
  systemCode,
  writeFilePrivate,
} from '@kilo-console/daemon'
import { formatStored, parseStored, type Format, type Stored } from './stored.ts'

/** Logins, passwords, settings: a few kilobytes. */
const MAX_BYTES = 1 << 20

export interface StorePlace {
  file: string
  /** Where an earlier version kept it: taken over once, then removed. */
  former?: string | undefined
}

export interface StoreOptions<Value extends object> extends StorePlace, Format<Value> {
  /** Without a file, or with one that is of no use. */
  empty: Value
  /** Replaces the file as a whole. */
  write?: ((file: string, text: string) => Promise<void>) | undefined
}

export interface Store<Value extends object> {
  value(): Value
  /** It counts at once. Rejects when it could not be written; the old file is intact then. */
  set(value: Value): Promise<void>
}

/** Never fails for what is in the file: what is of no use is set aside, beside it, as `.broken` or `.newer`. */
export async function openStore<Value extends object>(options: StoreOptions<Value>): Promise<Store<Value>> {
  const { file, former, write = writeWhole } = options
  const found = (await read(file, options)) ?? (former === undefined ? null : await read(former, options))
  let value = found?.kind === 'ok' ? found.value : options.empty
  let writing = Promise.resolve()
  let queued: Promise<void> | undefined

  /** What is set while a write waits for its turn goes with it. */
  function save(): Promise<void> {
    queued ??= writing.then(() => {
      queued = undefined
      const text = formatStored(value, options)
      if (Buffer.byteLength(text) > MAX_BYTES)
        throw new KiloError('too-large', `too much for ${file}`, 'kilo doctor')
      return write(file, text)
    })
    writing = queued.catch(() => undefined)
    return queued
  }

  if (found?.kind === 'ok' && (found.isOld || found.file === former)) await save().catch(() => undefined)
  if (former !== undefined && (await isThere(file))) await rm(former, { force: true }).catch(() => undefined)
  return {
    value: () => value,
    set(next) {
      value = next
      return save()
    },
  }
}

async function writeWhole(file: string, text: string): Promise<void> {
  await ensurePrivateFolder(dirname(file))
  await sweepTemporaries(file)
  await writeFilePrivate(file, text)
}

/** Null when there is none. */
async function read<Value extends object>(
  file: string,
  format: Format<Value>,
): Promise<(Stored<Value> & { file: string }) | null> {
  const text = await readBounded(file)
  if (text === null) return null
  const stored: Stored<Value> = typeof text === 'string' ? parseStored(text, format) : text
  if (stored.kind !== 'ok') await setAside(file, stored)
  return { ...stored, file }
}

/** Follows no symlink, waits for no pipe. What others could read, they can read no longer. */
async function readBounded(file: string): Promise<string | { kind: 'broken'; why: string } | null> {
  try {
    const found = await readPlainFile(file, { mostBytes: MAX_BYTES, followsLinks: false })
    if (found === 'no-file') return { kind: 'broken', why: 'is not a file' }
    if (found === 'too-large') return { kind: 'broken', why: 'is too large' }
    if ((found.stats.mode & 0o077) !== 0) await chmod(file, 0o600).catch(() => undefined)
    return found.bytes.toString('utf8')
  } catch (error) {
    const code = systemCode(error)
    return code === 'ENOENT' || code === 'ENOTDIR'
      ? null
      : { kind: 'broken', why: `cannot be read (${code})` }
  }
}

/** One of each kind is kept: more would grow without end. */
async function setAside(file: string, { kind, why }: { kind: string; why: string }): Promise<void> {
  const aside = `${file}.${kind}`
  try {
    await rename(file, aside)
    process.stderr.write(`kilo: ${file} ${why}: it is now ${aside}\n`)
  } catch {
    process.stderr.write(`kilo: ${file} ${why}\n`)
  }
}

async function isThere(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  )
}
