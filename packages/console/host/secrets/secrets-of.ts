/** The secrets of each server, kept up: learned from its files where they are ours to read, and from what it answers. */
import { randomUUID } from 'node:crypto'
import { showsFolder } from '@kilo-console/engine/secrets/routes'
import { inTime } from '../http/in-time.ts'
import type { Secrets } from '../http/secrets.ts'
import { makeFileSecrets } from './file-secrets.ts'
import { makeFolderSecrets } from './folder-secrets.ts'
import { KnownSecrets } from './known-secrets.ts'
import { settingsIn } from './settings-in.ts'
import type { Environment } from './sources.ts'

export interface SecretSource {
  /** Whether it works with the files of this machine, as we see them. */
  isHere(): boolean
  /** What its process began with; undefined for one that is not ours to look into. */
  environment(): Promise<Environment | undefined>
  /**
   * Reads its configuration, and has it redacted: that of a folder, or what is global. Undefined for one that is broken. Rejects where there was no answer,
   * which says nothing of the next time.
   */
  readConfig(directory: string | undefined): Promise<unknown>
}

export interface SecretsOf {
  of(server: string): Secrets
  /** Its configuration may be another one now; absent: that of all folders. */
  changed(server: string, directory?: string): void
  forget(server: string): void
}

/** A request waits so long for what its answer may show: reads of an engine are given up before. Milliseconds. */
const PATIENCE_MS = 12_000
const MOST_FOLDERS = 500
/** An engine that is busy is not asked by every request. Milliseconds. */
const AGAIN_MS = 5000

/** Those whose configuration was read, or is being read; `failedAt`: it had no answer. */
type Folders = Map<string, { reading: Promise<unknown>; failedAt?: number }>

export function makeSecretsOf(
  sourceOf: (server: string) => SecretSource,
  now: () => number = () => performance.now(),
): SecretsOf {
  const salt = randomUUID()
  const servers = new Map<string, { secrets: Secrets; folders: Folders }>()

  function open(server: string) {
    const folders: Folders = new Map()
    const known = new KnownSecrets(salt)
    const secrets = secretsFrom(known, learning(known, sourceOf(server), folders, now))
    const kept = { secrets, folders }
    servers.set(server, kept)
    return kept
  }

  return {
    of: (server) => (servers.get(server) ?? open(server)).secrets,
    changed(server, directory) {
      const folders = servers.get(server)?.folders
      folders?.delete('')
      if (directory === undefined) folders?.clear()
      else folders?.delete(directory)
    },
    forget: (server) => void servers.delete(server),
  }
}

type Learn = (path: string | undefined, directory: string | undefined) => Promise<void>

function learning(known: KnownSecrets, source: SecretSource, folders: Folders, now: () => number): Learn {
  const readFiles = makeFileSecrets(() => source.environment(), known)
  const readFolderFiles = makeFolderSecrets((text) => known.tellAll(settingsIn(text)))

  async function readFolder(directory = ''): Promise<void> {
    if (folders.size >= MOST_FOLDERS) folders.clear()
    const before = folders.get(directory)
    const isKnown = before && (before.failedAt === undefined || now() - before.failedAt < AGAIN_MS)
    await (isKnown ? before.reading : read(directory))
  }

  function read(directory: string): Promise<void> {
    const reading = source.readConfig(directory || undefined).then(
      // Not a folder’s: who clones one has not written it.
      (config) => void (directory === '' && known.learnAll(config)),
      () => void (entry.failedAt = now()),
    )
    const entry: { reading: Promise<void>; failedAt?: number } = { reading }
    folders.set(directory, entry)
    return reading
  }

  return async (path, directory) => {
    const shown = path !== undefined && showsFolder(path) ? directory : undefined
    // Beside what the engine is asked: it may be busy with opening that very folder.
    const own = shown !== undefined && source.isHere() ? readFolderFiles(shown) : undefined
    await readFiles()
    await readFolder()
    await own
    if (shown !== undefined) await readFolder(shown)
  }
}

function secretsFrom(known: KnownSecrets, learn: Learn): Secrets {
  return {
    get isEmpty() {
      return known.isEmpty
    },
    get version() {
      return known.version
    },
    mask: (text) => known.mask(text),
    maskTexts: (value) => known.maskTexts(value),
    masking: (of) => known.masking(of),
    redact: (answer) => known.redact(answer),
    redactFault: (answer) => known.redactFault(answer),
    restore: (body) => known.restore(body),
    restoreText: (json) => known.restoreText(json),
    async prepare(path, directory) {
      await inTime(learn(path, directory), PATIENCE_MS)
    },
  }
}
