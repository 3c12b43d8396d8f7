/** Stryker for one room (MUTATION_ROOM), or some of its files; see run.mjs. */
import { fileURLToPath } from 'node:url'
import { rooms } from './rooms.mjs'

const room = process.env['MUTATION_ROOM'] ?? 'roster'
process.env['MUTATION_TESTS'] = JSON.stringify(rooms[room].tests)
const results = 'test-results/mutation'

export default {
  mutate: JSON.parse(process.env['MUTATION_FILES'] ?? '[]'),
  plugins: ['runner.mjs', 'messages.mjs'].map((name) => fileURLToPath(new URL(name, import.meta.url))),
  ignorers: ['messages'],
  testRunner: 'vitest',
  vitest: { configFile: 'scripts/mutation/vitest.config.mjs', related: false },
  concurrency: 1,
  // Copies of the tree without what no unit test reads.
  ignorePatterns: ['dist', 'docs', 'e2e', 'test-results', 'playwright-report', '.ci'],
  tempDirName: `${results}/${room}`,
  cleanTempDir: 'always',
  // Stryker would rewrite it for a copy elsewhere, through an interface that TypeScript 7 lacks.
  tsconfigFile: 'none',
  disableTypeChecks: false,
  reporters: ['json', 'progress-append-only'],
  jsonReporter: { fileName: `${results}/${room}.json` },
  // A machine that is busy is slow, and that is no endless loop.
  timeoutMS: 20_000,
  // The first run tries all mutants.
  dryRunTimeoutMinutes: 60,
}
