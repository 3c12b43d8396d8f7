import { defineConfig, type RolldownOptions } from 'rolldown'

/** A Node program: one entry, split where the source imports on demand, packages with native parts left outside. */
function program(input: Record<string, string>, dir: string): RolldownOptions {
  return {
    input,
    platform: 'node',
    external: ['fs-native-extensions', '@playwright/test', 'playwright-core'],
    output: { dir, format: 'esm', cleanDir: true, sourcemap: true, chunkFileNames: 'chunks/[name]-[hash].js' },
  }
}

export default defineConfig([
  program({ kilo: 'packages/cli/src/index.ts' }, 'packages/cli/dist'),
  program({ main: 'packages/console/host/main.ts' }, 'packages/console/dist/host'),
  program(
    { demo: 'e2e/demo.ts', bench: 'e2e/bench/main.ts', screenshots: 'e2e/screenshots.ts' },
    'e2e/dist',
  ),
])
