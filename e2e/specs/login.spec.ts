/** Who gets in, in a real browser: the launch link, and the two halves of a login beside other programs of the machine. */
import { access, chmod, readdir, rm, readFile, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { BrowserContext, Page } from '@playwright/test'
import { KEY_HEADER } from '../../packages/console/shared/login.ts'
import { pathTo } from '../../packages/console/shared/paths.ts'
import { openSocket } from '../../packages/console/test/host/web-socket.ts'
import { expect, test } from '../fixtures.ts'
import { rosterOf } from '../models/roster.ts'
import { watchCommandLines } from '../world/command-lines.ts'
import { daemonAddress, until } from '../world/engine.ts'
import { launchConsole } from '../world/launch.ts'
import { keyOf } from '../world/login.ts'
import { startNeighbour, type Neighbour } from '../world/neighbour.ts'
import { succeed } from '../run.ts'
import type { World } from '../world/world.ts'

test.use({ shared: true })

/** In a browser's place: keeps the address in its arguments until the page is gone. */
const BROWSER = `#!/bin/sh
echo "$1" > "$HOME/opened.part"
mv "$HOME/opened.part" "$HOME/opened"
page=\${1#file://}
while [ -e "$page" ]; do sleep 0.05; done
`

async function launchByBrowser(world: World): Promise<{ address: string; ticket: string }> {
  const browser = path.join(world.home, 'browser')
  // Of an earlier launch: its page is gone.
  await rm(path.join(world.home, 'opened'), { force: true })
  await writeFile(browser, BROWSER)
  await chmod(browser, 0o755)
  const { stdout } = await succeed(world.kilo(['console', '--json'], { env: { BROWSER: browser } }))
  const { url } = JSON.parse(stdout) as { url: string }
  const address = await until('the opened address', () =>
    readFile(path.join(world.home, 'opened'), 'utf8').catch(() => undefined),
  )
  return {
    address: address.trim(),
    ticket: new URLSearchParams(new URL(url).hash.slice(1)).get('ticket') ?? '',
  }
}

const connected = (page: Page) => expect(rosterOf(page).connection).toContainText('Connected')
const loggedOut = (page: Page) =>
  expect(page.getByRole('heading', { name: 'Open the console again' })).toBeVisible()

/** All that is secret between command, browser, host and engine. */
async function secretsOf(world: World, page: Page, ticket: string): Promise<string[]> {
  const state = path.join(world.home, '.local/state/kilo/console.json')
  const { controlToken } = JSON.parse(await readFile(state, 'utf8')) as { controlToken: string }
  const { password } = await daemonAddress(world)
  const cookies = (await page.context().cookies()).map(({ value }) => value)
  return [ticket, controlToken, password, await keyOf(page), ...cookies]
}

test('fault 57: no argument of any process holds a secret, and the page that does goes when it is used', async ({
  world,
  engine,
  page,
  browser,
  problems,
}) => {
  test.skip(process.platform !== 'linux', 'only Linux shows the arguments of all processes')
  problems.watch(page.context())
  // Running by now, so that the launch is quick.
  await engine.ask('/path')
  const watched = watchCommandLines()
  const { address, ticket } = await launchByBrowser(world)
  const file = fileURLToPath(address)
  expect([(await stat(file)).mode & 0o777, (await stat(path.dirname(file))).mode & 0o777]).toEqual([
    0o600, 0o700,
  ])

  await page.goto(address)
  await connected(page)
  await expect.poll(() => access(file).catch(() => 'gone')).toBe('gone')
  await page.reload()
  await connected(page)
  const history = await (await page.context().newCDPSession(page)).send('Page.getNavigationHistory')
  expect(history.entries.map(({ url }) => url).join('\n')).not.toMatch(/ticket|file:/)
  expect((await page.context().cookies())[0]).toMatchObject({ httpOnly: true, sameSite: 'Strict' })

  await launchConsole(world)
  expect(await readdir(path.dirname(path.dirname(file)))).toEqual([])

  const lines = (await watched.stop()).join('\n')
  expect(lines).toContain(address)
  for (const secret of await secretsOf(world, page, ticket)) {
    expect(secret.length).toBeGreaterThan(20)
    expect(lines).not.toContain(secret)
  }

  await test.step('without scripts the browser follows the page as well', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false })
    const plain = await context.newPage()
    await plain.goto((await launchByBrowser(world)).address)
    await plain.waitForURL(/^http:\/\/127\.0\.0\.1:\d+\/#ticket=/)
    await context.close()
  })
})

/** The state of the console's page, whichever of the two. */
async function settled(page: Page): Promise<'connected' | 'logged out'> {
  const out = page.getByRole('heading', { name: 'Open the console again' })
  await expect(out.or(rosterOf(page).connection.filter({ hasText: 'Connected' }))).toBeVisible()
  return (await out.isVisible()) ? 'logged out' : 'connected'
}

async function visitNeighbour(context: BrowserContext, neighbour: Neighbour, cookies: string[] = []) {
  const page = await context.newPage()
  neighbour.setNext(cookies)
  await page.goto(neighbour.url)
  await page.close()
}

const heavy = (from: number, count: number) =>
  Array.from({ length: count }, (_, at) => `heavy${from + at}=${'x'.repeat(4080)}; Path=/`)

test('fault 58: half a login is worth nothing, and what other programs set costs a new login at most', async ({
  world,
  consolePage: page,
  context,
  problems,
}) => {
  // Every request carries up to 700 KB of cookies in the end.
  test.slow()
  const origin = new URL(page.url()).origin
  const name = `kilo_console_${new URL(origin).port}`
  // The range where other engines are found.
  const neighbour = await startNeighbour(4110)
  problems.allow(/evil\.js|port-4110|40[13]|WebSocket connection/)

  await test.step('a reload and a second window keep the login', async () => {
    await page.reload()
    await connected(page)
    const second = await context.newPage()
    await second.goto(origin)
    await connected(second)
    await second.close()
  })

  await test.step('another port gets the cookie, and can do nothing with it; nor with the key', async () => {
    await visitNeighbour(context, neighbour)
    const cookie = neighbour.cookie()
    expect(cookie).toContain(name)
    const key = await keyOf(page)
    expect(key).toHaveLength(43)
    const forged = { origin, 'sec-fetch-site': 'same-origin', 'sec-fetch-dest': 'empty' }
    const tryAll = async (half: Record<string, string>) => {
      const answer = await fetch(new URL(pathTo('servers'), origin), { headers: { ...forged, ...half } })
      const sockets = [pathTo('events'), pathTo('terminal', { server: 'daemon', pty: 'p' })].map((path) =>
        openSocket(`${origin}/${path}`, { origin, ...half }).then(
          ({ socket }) => (socket.terminate(), 'open'),
          (error: Error) => error.message.slice(-3),
        ),
      )
      return [answer.status, ...(await Promise.all(sockets))]
    }
    expect(await tryAll({ cookie })).toEqual([401, '401', '401'])
    expect(await tryAll({ [KEY_HEADER]: key })).toEqual([401, '401', '401'])
    // The engine knows no such terminal.
    expect(await tryAll({ cookie, [KEY_HEADER]: key })).toEqual([
      200,
      'open',
      expect.not.stringMatching('401'),
    ])
  })

  await test.step('an engine’s answers are no scripts and no workers of the page', async () => {
    const script = `/${pathTo('engine', { server: 'port-4110' })}/evil.js`
    await expect
      .poll(async () => {
        const headers = { cookie: neighbour.cookie(), [KEY_HEADER]: await keyOf(page) }
        return (await fetch(origin + script, { headers })).status
      })
      .toBe(200)
    const refused = page.waitForResponse((response) => response.url().endsWith('evil.js'))
    const outcome = await page.evaluate(async (script) => {
      const failed = (target: EventTarget) =>
        new Promise<string>((resolve) => {
          target.addEventListener('error', () => resolve('failed'))
          target.addEventListener('load', () => resolve('ran'))
          target.addEventListener('message', () => resolve('ran'))
        })
      const tag = Object.assign(document.createElement('script'), { src: script })
      const asTag = failed(tag)
      document.head.append(tag)
      const asWorker = failed(new Worker(script))
      const imported = import(script).then(
        () => 'ran',
        () => 'failed',
      )
      return [await asTag, await asWorker, await imported, 'evil' in globalThis]
    }, script)
    expect(outcome).toEqual(['failed', 'failed', 'failed', false])
    expect((await refused).status()).toBe(403)
  })

  await test.step('cookies of our name for every path, and 160 KB of others: ours is found', async () => {
    const paths = [
      '/api',
      '/api/',
      '/api/servers',
      '/api/session',
      '/api/events',
      '/auth',
      '/api/servers/daemon',
    ]
    const decoys = paths.map((path) => `${name}=${'A'.repeat(43)}; Path=${path}`)
    await visitNeighbour(context, neighbour, [...decoys, ...heavy(0, 40)])
    await page.reload()
    await connected(page)
    expect(
      (await context.cookies(`${origin}/api/`)).filter((cookie) => cookie.name === name).length,
    ).toBeGreaterThan(1)
  })

  await test.step('an overwritten cookie costs a new login, of one window for all', async () => {
    const second = await context.newPage()
    await second.goto(origin)
    await connected(second)
    await visitNeighbour(context, neighbour, [`${name}=${'B'.repeat(43)}; Path=/`])
    await page.reload()
    await loggedOut(page)
    await expect(page.getByText('kilo console', { exact: true })).toBeVisible()
    await loggedOut(second)
    expect(await keyOf(page)).toBe('')
    await second.goto(await launchConsole(world))
    await connected(second)
    await connected(page)
    await second.close()
  })

  await test.step('all the cookies that a browser keeps cost a new login at most', async () => {
    for (let from = 0; from < 200; from += 40) await visitNeighbour(context, neighbour, heavy(from, 40))
    await page.reload()
    if ((await settled(page)) === 'logged out') await page.goto(await launchConsole(world))
    await connected(page)
    await page.reload()
    await connected(page)
    await context.clearCookies({ name: /^heavy/ })
  })

  await test.step('logging out in one window ends the other', async () => {
    const second = await context.newPage()
    await second.goto(`${origin}/settings`)
    await second.getByRole('button', { name: 'Log out' }).click()
    await loggedOut(second)
    await loggedOut(page)
    await expect.poll(() => keyOf(page)).toBe('')
  })
  await neighbour.close()
})
