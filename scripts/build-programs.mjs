/** Bundles the Node programs: the command, the console host, and what `npm run demo`, `bench` and `screenshots` run. */
import { build } from 'rolldown'

/** One program: its entries, split where the source imports on demand; packages with native parts stay outside. */
function program(input, dir) {
  return {
    input,
    platform: 'node',
    external: ['fs-native-extensions', '@playwright/test', 'playwright-core'],
    output: {
      dir,
      format: 'esm',
      cleanDir: true,
      sourcemap: true,
      chunkFileNames: 'chunks/[name]-[hash].js',
    },
  }
}

const tools = { demo: 'e2e/demo.ts', bench: 'e2e/bench/main.ts', screenshots: 'e2e/screenshots.ts' }

/** The command's quick answers in one file, and of what they import only what they use. */
const quick = {
  input: { quick: 'packages/cli/src/quick.ts' },
  platform: 'node',
  external: ['fs-native-extensions', 'proper-lockfile'],
  treeshake: { moduleSideEffects: false },
  output: { dir: 'packages/cli/dist', format: 'cjs', codeSplitting: false, entryFileNames: '[name].cjs' },
}

await build([
  program({ kilo: 'packages/cli/src/index.ts' }, 'packages/cli/dist'),
  program({ main: 'packages/console/host/main.ts' }, 'packages/console/dist/host'),
  program(tools, 'e2e/dist'),
])
// After the other, which empties the folder.
await build(quick)
