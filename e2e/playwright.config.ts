import { defineConfig } from '@playwright/test'
import { browserOptions } from './browser.ts'
import { separateWorkers } from './worker-network.ts'

separateWorkers()

/** What takes the machine to its limits runs last and by itself: a flood beside another engine measures the machine. Who names a file gets that alone. */
const ALONE = /flood\.spec\.ts/
const isWhole = process.env['npm_lifecycle_event'] === 'test:e2e'

export default defineConfig({
  projects: [
    { name: 'alone', testMatch: ALONE, dependencies: isWhole ? ['together'] : [] },
    { name: 'together', testIgnore: ALONE },
  ],
  testDir: 'specs',
  outputDir: 'test-results',
  // Two: each test runs an engine of 700 MB, and a cold start keeps a core busy for seconds.
  workers: 2,
  fullyParallel: true,
  // Limits, not measures: a machine that does other things as well takes several times as long.
  timeout: 240_000,
  // A shared machine can starve an engine for a minute. What fails twice is a fault; what fails once is named at the end.
  retries: process.env['CI'] ? 1 : 0,
  forbidOnly: true,
  expect: { timeout: 45_000 },
  reporter: [['list'], ['json', { outputFile: 'test-results/results.json' }]],
  use: {
    browserName: 'chromium',
    launchOptions: browserOptions(),
    viewport: { width: 1440, height: 900 },
    // What moves without end is drawn by the processor here, sixty times a second.
    contextOptions: { reducedMotion: 'reduce' },
    // To record costs a quarter of the processor and more of the time: a run by itself does it when a test is tried again.
    trace: process.env['CI'] ? 'on-first-retry' : 'retain-on-failure',
    screenshot: 'only-on-failure',
  },
})
