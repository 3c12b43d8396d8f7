/** The console below another path, as behind a reverse proxy. */
import { expect, test } from '../fixtures.ts'
import { rosterOf } from '../models/roster.ts'
import { sessionOf } from '../models/session.ts'
import { succeed } from '../run.ts'
import { freePort } from '../world/free-port.ts'
import { launchConsole } from '../world/launch.ts'

test.use({ shared: true })

test('a console below /kilo/ works there, stays there, and says so to who wants it elsewhere', async ({
  kilo,
  page,
  problems,
  world,
}) => {
  problems.watch(page.context())
  await succeed(kilo(['console', 'stop']))
  const port = ['--port', String(await freePort())]
  const url = await launchConsole(world, ...port, '--base', 'kilo')
  expect(new URL(url).pathname).toBe('/kilo/')
  await page.goto(url)
  await expect(rosterOf(page).connection).toContainText('Connected')
  await rosterOf(page).newSession.click()
  await sessionOf(page).ask('[script:text Below another path.]')
  await expect(sessionOf(page).fromKilo.last()).toContainText('Below another path.')
  expect(new URL(page.url()).pathname).toMatch(/^\/kilo\/servers\//)

  // Nothing said: the one that runs.
  expect(new URL(await launchConsole(world)).pathname).toBe('/kilo/')
  const refused = await kilo(['console', '--no-open'], { env: { KILO_CONSOLE_BASE: '/other' } })
  expect(refused.code).toBe(1)
  expect(refused.stderr).toMatch(/already runs on .*, without --base \/other\/\n/)
  expect(refused.stderr).toContain('hint: kilo console stop && kilo console --base /other/')
  const odd = await kilo(['console', '--no-open'], { env: { KILO_CONSOLE_BASE: '/../' } })
  expect(odd.stderr).toMatch(/KILO_CONSOLE_BASE is not a plain path such as \/kilo\/\n/)

  // A page that loses its host says so in the browser's log.
  await page.goto('about:blank')
  await succeed(kilo(['console', 'stop']))
  expect(new URL(await launchConsole(world, ...port)).pathname).toBe('/')
})
