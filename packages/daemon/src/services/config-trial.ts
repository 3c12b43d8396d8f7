import { execFile } from 'node:child_process'
import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { configRefusal, type ConfigRefusal } from './config-refusal.ts'
import { readPlainFile } from '../files/plain-file.ts'
import { makeTemporaryFolder } from '../files/temporary-folder.ts'
import { findEngine } from '../install/find-engine.ts'
import { kiloPaths } from '../state/paths.ts'

/** It takes 1-3 s; a machine under load some more. */
const TIMEOUT_MS = 20_000
const MAX_OUTPUT = 4 * 1024 * 1024
/** Of one file: settings have some kilobytes. */
const MOST_BYTES = 4 * 1024 * 1024
/** Without it a first start edits the file, and fails on some before it can say which one it was (measured on 7.7.7). */
const MIGRATED = '.bash-permission-migrated'

/**
 * Has the engine read its global configuration, and one file more, as if it were to start, in a copy: nothing of the user's is written.
 * Undefined: it takes it, or nothing can be told. Throws what `findEngine` throws.
 */
export async function tryConfig(
  env: NodeJS.ProcessEnv = process.env,
  file?: string,
): Promise<ConfigRefusal | undefined> {
  const engine = findEngine(env)
  const { path: folder, remove } = await makeTemporaryFolder('config')
  try {
    const copies = await copyConfig(join(folder, 'config', 'kilo'), env, file)
    const refusal = configRefusal(await readConfig(engine.path, folder, env))
    const original = copies.get(refusal?.path ?? '')
    return refusal && original !== undefined ? { ...refusal, path: original } : undefined
  } finally {
    await remove()
  }
}

/** The original of each copy. Only what is a file on its own: rules and agents do not keep the engine from starting. */
async function copyConfig(
  to: string,
  env: NodeJS.ProcessEnv,
  file: string | undefined,
): Promise<Map<string, string>> {
  await mkdir(to, { recursive: true, mode: 0o700 })
  await writeFile(join(to, MIGRATED), '')
  const { config } = kiloPaths(env)
  const names = await readdir(config).catch(() => [])
  const files =
    file === undefined
      ? names.filter((name) => /\.jsonc?$/.test(name)).map((name) => join(config, name))
      : [file]
  const copies = new Map<string, string>()
  for (const original of files) {
    const copy = join(to, file === undefined ? basename(original) : 'kilo.jsonc')
    const found = await readPlainFile(original, { mostBytes: MOST_BYTES }).catch(() => undefined)
    if (typeof found !== 'object') continue
    await writeFile(copy, found.bytes, { mode: 0o600 })
    copies.set(copy, original)
  }
  return copies
}

/** What it says. The configuration itself, keys and all, goes nowhere. */
function readConfig(engine: string, folder: string, env: NodeJS.ProcessEnv): Promise<string> {
  const own = {
    HOME: folder,
    XDG_CONFIG_HOME: join(folder, 'config'),
    XDG_DATA_HOME: join(folder, 'data'),
    XDG_STATE_HOME: join(folder, 'state'),
    XDG_CACHE_HOME: join(folder, 'cache'),
    KILO_DISABLE_MODELS_FETCH: '1',
    KILO_DISABLE_AUTOUPDATE: '1',
    KILO_TELEMETRY_LEVEL: 'off',
    KILO_TREE_SITTER_WASM_DIR: env['KILO_TREE_SITTER_WASM_DIR'] ?? join(dirname(engine), 'tree-sitter'),
  }
  const options = { cwd: folder, env: { ...env, ...own }, timeout: TIMEOUT_MS, maxBuffer: MAX_OUTPUT }
  return new Promise((resolve) => {
    const child = execFile(engine, ['debug', 'config'], options, (error, stdout, stderr) => {
      // An exit code is what a refusal ends with; anything else tells nothing.
      resolve(error && typeof error.code === 'number' ? stdout + stderr : '')
    })
    child.stdin?.end()
  })
}
