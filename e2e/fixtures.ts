/** Playwright's `test` with a world of its own, and a page that is logged in to the console of it. */
import { test as base, expect, type BrowserContext, type Page, type TestInfo } from '@playwright/test'
import { rosterOf } from './models/roster.ts'
import { connectEngine, daemonAddress, type EngineClient } from './world/engine.ts'
import { launchConsole } from './world/launch.ts'
import { succeed } from './run.ts'
import { makeSharedWorld, type SharedWorld } from './world/shared-world.ts'
import { makeWorld, type World } from './world/world.ts'

interface Problems {
  /** Console errors that this test provokes on purpose. */
  allow(pattern: RegExp): void
  watch(context: BrowserContext): void
}

interface WorkerFixtures {
  sharedWorld: SharedWorld
}

interface Fixtures {
  /** Whether the tests do with a world that others had before; see world/shared-world.ts. */
  shared: boolean
  /** Whether the engine of an own world knows its catalogue of providers and models: reading it takes two seconds of the processor. */
  catalogue: boolean
  world: World
  kilo: World['kilo']
  problems: Problems
  /** A page that the launch URL logged in. */
  consolePage: Page
  /** The engine of the world's daemon, past the console: to see what the page has to agree with. */
  engine: EngineClient
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  shared: [false, { option: true }],
  catalogue: [false, { option: true }],

  sharedWorld: [
    // Playwright takes the fixtures that are used from the pattern of the first parameter.
    // oxlint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const shared = makeSharedWorld()
      await use(shared)
      expect(await shared.close(), 'processes that outlived the tests').toEqual([])
    },
    { scope: 'worker' },
  ],

  world: async ({ shared, sharedWorld, catalogue }, use, info) => {
    const world = shared ? await sharedWorld.lend() : await makeWorld({ snapshots: false, catalogue })
    await use(world)
    if (info.status !== info.expectedStatus) await attachLogs(world, info)
    expect(await world.close(), 'processes that outlived the test').toEqual([])
  },

  kilo: ({ world }, use) => use((args, options) => world.kilo(args, options)),

  problems: async ({ context }, use) => {
    const found: string[] = []
    // A prompt that is slow to arrive is asked for, and that it is not there yet is an error to the browser alone.
    const allowed: RegExp[] = [/ 404 .*\/session\/ses_\w+\/message\/msg_/]
    await use({
      allow: (pattern) => allowed.push(pattern),
      watch: (context) => watchProblems(context, (problem) => found.push(problem)),
    })
    const unexpected = found.filter((problem) => !allowed.some((pattern) => pattern.test(problem)))
    expect(unexpected, `problems in ${context.pages().length} pages`).toEqual([])
  },

  consolePage: async ({ world, engine, context, problems }, use) => {
    // The engine learns of a project when it is first asked about it; then new sessions start there.
    await engine.ask('/project/current')
    problems.watch(context)
    const page = await context.newPage()
    await page.goto(await launchConsole(world))
    await expect(rosterOf(page).connection).toContainText('Connected')
    await use(page)
  },

  engine: async ({ world }, use) => {
    await succeed(world.kilo(['daemon', 'start', '--json']))
    await use(connectEngine(await daemonAddress(world), world.project))
  },
})

export { expect } from '@playwright/test'

/** Reports console errors, exceptions and requests that leave the console's host. */
function watchProblems(context: BrowserContext, report: (problem: string) => void): void {
  context.on('console', (message) => {
    if (message.type() === 'error') report(`console: ${message.text()} (${message.location().url})`)
  })
  context.on('weberror', (error) => report(`exception: ${String(error.error())}`))
  context.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url())
    if (/^(https?|wss?):$/.test(protocol) && hostname !== '127.0.0.1')
      report(`foreign request: ${request.url()}`)
  })
}

async function attachLogs(world: World, info: TestInfo): Promise<void> {
  for (const [name, body] of await world.logs()) await info.attach(name, { body, contentType: 'text/plain' })
}
