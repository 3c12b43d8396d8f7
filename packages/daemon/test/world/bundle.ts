import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'rolldown'

const cache = fileURLToPath(new URL('../../../../node_modules/.cache', import.meta.url))

/** Its other build asks for its parts in a way that no bundler sees. */
const resolve = { alias: { 'jsonc-parser': 'jsonc-parser/lib/esm/main.js' } }

export interface Bundle {
  /** The program, ready for `node <path>`. */
  path: string
  remove: () => Promise<void>
}

/** Builds a program as the real build does, into a folder of its own below node_modules, so that it finds its packages. */
export async function bundle(entry: URL): Promise<Bundle> {
  await mkdir(cache, { recursive: true })
  const dir = await mkdtemp(join(cache, 'kilo-test-'))
  const input = fileURLToPath(entry)
  const output = { dir, format: 'esm', chunkFileNames: 'chunks/[name]-[hash].js' } as const
  const external = ['fs-native-extensions']
  await build({ input, platform: 'node', external, resolve, output, logLevel: 'silent' })
  const path = join(dir, basename(input).replace(/\.ts$/, '.js'))
  return { path, remove: () => rm(dir, { recursive: true, force: true }) }
}
