/** Vitest as Stryker starts it in a copy of the tree: the tests of one room (MUTATION_TESTS), and our packages from the copy too. */
import { fileURLToPath } from 'node:url'
import solid from 'vite-plugin-solid'
import { defineConfig } from 'vitest/config'

const packages = fileURLToPath(new URL('../../packages', import.meta.url))
const tests = JSON.parse(process.env['MUTATION_TESTS'] ?? '[]')
const inApp = tests.some((glob) => glob.startsWith('packages/console/src/'))

export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  // The links in node_modules lead to the tree itself, where nothing is mutated.
  resolve: {
    alias: [
      { find: /^@kilo-console\/engine\/testing\/(.*)$/, replacement: `${packages}/engine/test/$1.ts` },
      { find: /^@kilo-console\/engine\/(.*)$/, replacement: `${packages}/engine/src/$1.ts` },
      { find: /^@kilo-console\/daemon$/, replacement: `${packages}/daemon/src/index.ts` },
    ],
  },
  // See vitest.config.ts: in Node the plugin would be wrong.
  plugins: inApp ? [solid()] : [],
  test: {
    include: tests,
    environment: 'node',
    restoreMocks: true,
    testTimeout: 600_000,
    isolate: false,
    runner: './scripts/mutation/try-mutants.mjs',
  },
})
