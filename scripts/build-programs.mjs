/** Bundles the Node programs: the console host, what `npm run demo`, `bench` and `screenshots` run, and the command. */
import { rmSync } from 'node:fs'
import { build } from 'rolldown'
import { writeCodeCache } from './code-cache.mjs'

/** One program: its entries, split where the source imports on demand; packages with native parts stay outside. */
function program(input, dir) {
  return {
    input,
    platform: 'node',
    external: ['fs-native-extensions', '@playwright/test', 'playwright-core', 'rolldown'],
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
  screenshots: 'e2e/screenshots.ts',
}

/** Another file of the same program, as it is called once it is built. */
const apart = {
  name: 'apart',
  resolveId: (id) => (id === './dispatch.ts' ? { id: './dispatch.cjs', external: true } : null),
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

rmSync('packages/cli/dist', { recursive: true, force: true })
await build([
  command('kilo', 'packages/cli/src/index.ts', [apart]),
  command('dispatch', 'packages/cli/src/main/dispatch.ts'),
  program({ main: 'packages/console/host/main.ts' }, 'packages/console/dist/host'),
  program(tools, 'e2e/dist'),
])
writeCodeCache('packages/cli/bin/kilo.js')
