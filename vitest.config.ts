import solid from 'vite-plugin-solid'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  plugins: [solid()],
  test: {
    // Named, because the Solid plugin would ask for jsdom, which no test here needs.
    environment: 'node',
    // Vitest empties style sheets; the tokens are under test themselves.
    css: { include: [/tokens\.css/] },
    include: ['packages/**/*.test.{ts,tsx}', 'e2e/{bench,scripted-model,world}/*.test.ts'],
    // The report is for .ci/run, which counts.
    reporters: ['default', ['json', { outputFile: 'test-results/unit.json' }]],
    restoreMocks: true,
    testTimeout: 30_000,
  },
})
