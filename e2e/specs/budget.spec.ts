import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { makeLongSession, NEWEST_WORDS } from '../bench/opening/long-session.ts'
import { watchPage, type Watched } from '../bench/opening/watch-page.ts'
import { expect, test } from '../fixtures.ts'
import { measureFirstLoad } from '../first-load.ts'
import { rosterOf } from '../models/roster.ts'
import { succeed } from '../run.ts'
import { launchConsole } from '../world/launch.ts'

test.use({ shared: true })

const KIB = 1024

test('the first load is small and asks for nothing dear', async ({ world, page, context, problems }) => {
  problems.watch(context)
  const url = await launchConsole(world)
  const load = await measureFirstLoad(page, async () => {
    await page.goto(url)
    await expect(rosterOf(page).connection).toContainText('Connected')
    await expect(rosterOf(page).newSession).toBeVisible()
  })
  const list = load.requests.map((request) => `${request.encodedBytes} ${request.url}`).join('\n')
  expect(load.codeBytes, list).toBeLessThanOrEqual(75 * KIB)
  expect(load.requests.length, list).toBeLessThanOrEqual(6)
  for (const request of load.requests) {
    const { host, pathname } = new URL(request.url)
    expect(host).toBe(new URL(url).host)
    // The terminal and the diff view come when they are opened; the engine needs seconds for its list of providers.
    expect(pathname).not.toMatch(/xterm|diff|\/engine\/provider$/)
  }
})

test('a link to a session asks for little, for each thing once, and for all of its code at once', async ({
  world,
  page,
  context,
  problems,
}) => {
  problems.watch(context)
  const session = makeLongSession(300, world.project)
  const file = path.join(world.home, 'session.json')
  await writeFile(file, JSON.stringify(session))
  await succeed(world.engine(['import', file]))
  const url = await launchConsole(world)
  await page.goto(url)
  // In a host's first moments something always happens, and a session that was read before is read again.
  await expect(rosterOf(page).connection).toContainText('Connected')
  await page.waitForLoadState('networkidle')
  await page.addInitScript(watchPage, NEWEST_WORDS)
  const load = await measureFirstLoad(page, async () => {
    await page.goto(new URL(`/servers/daemon/sessions/${session.info.id}`, url).href)
    await expect(page.getByText(NEWEST_WORDS)).toBeVisible()
    await expect(page.locator('[data-message]')).toHaveCount(20)
  })
  const list = load.requests.map((request) => `${request.encodedBytes} ${request.url}`).join('\n')
  expect(load.requests.length, list).toBeLessThanOrEqual(8)
  expect(load.codeBytes, list).toBeLessThanOrEqual(147 * KIB)
  // What draws texts was there before the first of them.
  const seen = await page.evaluate(
    () => (globalThis as typeof globalThis & { openingSeen: Watched }).openingSeen,
  )
  expect(seen.newest).toBeGreaterThan(0)
  expect(seen.drafted).toBeUndefined()
  const paths = load.requests.map((request) => new URL(request.url).pathname)
  expect(new Set(paths).size, list).toBe(paths.length)
  // The client of the engine and what lies over the page are for what comes later.
  for (const path of paths) expect(path).not.toMatch(/client-|layers-|answers-|\/engine\//)
  const hinted = await page.locator('head > link[rel="modulepreload"]').count()
  expect(hinted).toBeGreaterThanOrEqual(2)
})
