import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import solid from 'vite-plugin-solid'
import { configDefaults, defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

const APP = 'packages/console/src'
const app = `${APP}/**/*.test.{ts,tsx}`
/** What starts processes, or waits for time to pass. */
const faults = 'packages/*/test/**/*.test.ts'
/** What takes seconds of the processor: thousands of changed events and answers, texts of megabytes, all languages. */
const dear = {
  inApp: [`${APP}/**/{fuzz,grammars}.test.ts`, 'packages/console/test/costs/**/*.test.ts'],
  inNode: 'packages/*/{src,host,shared}/**/fuzz.test.ts',
}

/** Tests of the app that replace a module. The next file in the same worker would find it replaced, or loaded already. */
const mocking = testsThat(/\bvi\.mock\(/, APP)
/** Tests that change what a process has once, and a thread of it may not. */
const changing = testsThat(/\bprocess\.(chdir|umask)\(/, 'packages/cli/src', 'packages/daemon/src')

// The Solid plugin resolves packages as a browser does. In Node that is wrong: `ws` would be its browser stub.
const inApp = { extends: true as const, plugins: [solid()] }
/** A thread starts sooner than a process and is told its modules sooner: with it all takes a quarter less of the processor, and of the time. */
const inThreads = { pool: 'threads' as const }
/** Many files in one: to start it, and to load the same modules anew, takes longer than most tests. */
const quick = { ...inThreads, isolate: false }

/**
 * Most of their time these wait: two at once leave half of two cores idle. A number, and here: more than all cores in percent are all, and projects
 * do not hear of `--maxWorkers`. Projects with another number are another group.
 */
const manyAtOnce = { maxWorkers: 5, sequence: { groupOrder: 1 } }

function testsThat(pattern: RegExp, ...folders: string[]): string[] {
  return folders
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
    )
    .filter((file) => /\.test\.tsx?$/.test(file) && pattern.test(readFileSync(file, 'utf8')))
}

/** What takes half a minute: a core would be left alone with it at the end. */
const LONG =
  /faults\/(guard-grid|other-users|hostile|health|secret-grid|squatters)|test\/(ends|daemon-commands)|model\/(kills|life)/

class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    // oxlint-disable-next-line unicorn/no-array-sort
    const sorted = await super.sort(files)
    const [long, others] = [true, false].map((is) =>
      sorted.filter(({ moduleId }) => LONG.test(moduleId) === is),
    )
    return [...(long ?? []), ...(others ?? [])]
  }
}

export default defineConfig({
  test: {
    globalSetup: ['./scripts/nothing-left.mjs'],
    projects: [
      {
        ...inApp,
        test: {
          ...quick,
          name: 'unit app',
          include: [app],
          exclude: [...configDefaults.exclude, ...mocking, ...dear.inApp],
        },
      },
      { ...inApp, test: { ...inThreads, name: 'unit app, modules replaced', include: mocking } },
      { extends: true, test: { name: 'unit node, process changed', include: changing } },
      {
        extends: true,
        test: {
          ...quick,
          name: 'unit node',
          include: [
            'packages/*/{src,host,shared}/**/*.test.ts',
            'e2e/{bench,scripted-model,scripted-pooler,world}/**/*.test.ts',
            'scripts/*.test.mjs',
          ],
          exclude: [...configDefaults.exclude, app, dear.inNode, ...changing],
        },
      },
      { ...inApp, test: { ...manyAtOnce, name: 'faults app', include: dear.inApp } },
      {
        extends: true,
        test: {
          ...manyAtOnce,
          name: 'faults',
          include: [faults, dear.inNode],
          exclude: [...configDefaults.exclude, ...dear.inApp],
        },
      },
      {
        extends: true,
        test: {
          name: 'browsers',
          include: ['e2e/browsers/**/*.test.ts'],
          // Limits, not measures: an engine's cold start keeps a core busy for seconds.
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
    ],
    // Named, because the Solid plugin would ask for jsdom, which no test here needs.
    environment: 'node',
    // Vitest empties style sheets; the tokens are under test themselves.
    css: { include: [/tokens\.css/] },
    // The report is for .ci/run, which counts; without a file to be in it would be printed.
    reporters: process.argv.some((argument) => argument.startsWith('--outputFile'))
      ? ['default', 'json']
      : ['default'],
    // One fewer than there are cores would be one on two.
    maxWorkers: '100%',
    sequence: { sequencer: LongFirst },
    // Between two runs most files are the same. A run by itself has nothing to find there.
    experimental: { fsModuleCache: !process.env['CI'] },
    restoreMocks: true,
    testTimeout: 60_000,
    // See e2e/playwright.config.ts.
    retry: process.env['CI'] ? 1 : 0,
  },
})
