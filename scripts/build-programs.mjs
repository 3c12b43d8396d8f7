/** Bundles the Node programs: the console host, what `npm run demo`, `bench` and `screenshots` run, and the command. */
import { rmSync, statSync } from 'node:fs'
import { build } from 'rolldown'
import { writeCodeCache } from './code-cache.mjs'

/** Its other build asks for its parts in a way that no bundler sees. */
const resolve = { alias: { 'jsonc-parser': 'jsonc-parser/lib/esm/main.js' } }

/** One program: its entries, split where the source imports on demand; packages with native parts stay outside. */
function program(input, dir) {
  return {
    input,
    platform: 'node',
    external: ['fs-native-extensions', '@playwright/test', 'playwright-core', 'rolldown'],
    resolve,
    output: {
      dir,
      format: 'esm',
      cleanDir: true,
      sourcemap: true,
      chunkFileNames: 'chunks/[name]-[hash].js',
    },
  }
}

const tools = {
  demo: 'e2e/demo.ts',
  record: 'e2e/corpus/record.ts',
  bench: 'e2e/bench/main.ts',
  screenshots: 'e2e/screenshots/main.ts',
  'mcp-stdio': 'e2e/mcp-servers/stdio.ts',
}

/** Another file of the same program, as it is called once it is built. */
const apart = {
  name: 'apart',
  resolveId: (id) => (id === './main/dispatch.ts' ? { id: './dispatch.cjs', external: true } : null),
}

/**
 * The command, in two files: `kilo daemon status` is asked again and again, and reading and compiling are most of what it costs, so what it
 * needs stands apart. Names are kept, for KILO_DEBUG=1 prints where an error came from.
 */
function command(name, input, plugins = []) {
  return {
    input: { [name]: input },
    plugins,
    platform: 'node',
    external: ['fs-native-extensions'],
    resolve,
    treeshake: { moduleSideEffects: [input] },
    output: {
      dir: 'packages/cli/dist',
      format: 'cjs',
      codeSplitting: false,
      dynamicImportInCjs: false,
      entryFileNames: '[name].cjs',
      minify: { mangle: false, compress: true, codegen: true },
    },
  }
}

/** What `kilo daemon status` loads; it was 49 KB, and 60 KB with the proof of who listens. */
const MOST_FIRST_BYTES = 80_000

rmSync('packages/cli/dist', { recursive: true, force: true })
await build([
  command('kilo', 'packages/cli/src/index.ts', [apart]),
  command('dispatch', 'packages/cli/src/main/dispatch.ts'),
  program({ main: 'packages/console/host/main.ts' }, 'packages/console/dist/host'),
  program(tools, 'e2e/dist'),
])
const first = statSync('packages/cli/dist/kilo.cjs').size
if (first > MOST_FIRST_BYTES)
  throw new Error(`kilo.cjs has ${first} bytes: the command tree is in it, which most answers do without`)
writeCodeCache('packages/cli/bin/kilo.js')
