import { expect, test } from '../fixtures.ts'
import { measureFirstLoad } from '../first-load.ts'
import { rosterOf } from '../models/roster.ts'
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
  expect(load.codeBytes, list).toBeLessThanOrEqual(150 * KIB)
  expect(load.requests.length, list).toBeLessThanOrEqual(12)
  for (const request of load.requests) {
    const { host, pathname } = new URL(request.url)
    expect(host).toBe(new URL(url).host)
    // The terminal and the diff view come when they are opened; the engine needs seconds for its list of providers.
    expect(pathname).not.toMatch(/xterm|diff|\/engine\/provider$/)
  }
})
