import solid from 'vite-plugin-solid'
import { defineConfig } from 'vitest/config'

const app = 'packages/console/src/**/*.test.{ts,tsx}'

export default defineConfig({
  test: {
    globalSetup: ['./scripts/nothing-left.mjs'],
    projects: [
      // The Solid plugin resolves packages as a browser does. In Node that is wrong: `ws` would be its browser stub.
      { extends: true, plugins: [solid()], test: { name: 'app', include: [app] } },
      {
        extends: true,
        test: {
          name: 'node',
          include: ['packages/**/*.test.ts', 'e2e/{bench,scripted-model,world}/*.test.ts'],
          exclude: [app, '**/node_modules/**'],
        },
      },
    ],
    // Named, because the Solid plugin would ask for jsdom, which no test here needs.
    environment: 'node',
    // Vitest empties style sheets; the tokens are under test themselves.
    css: { include: [/tokens\.css/] },
    // The report is for .ci/run, which counts.
    reporters: ['default', ['json', { outputFile: 'test-results/unit.json' }]],
    restoreMocks: true,
    testTimeout: 60_000,
    // See e2e/playwright.config.ts.
    retry: process.env['CI'] ? 1 : 0,
  },
})
