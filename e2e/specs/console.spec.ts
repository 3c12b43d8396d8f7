import { pathTo } from '../../packages/console/shared/paths.ts'
import { expect, test } from '../fixtures.ts'
import { rosterOf } from '../models/roster.ts'
import { sessionOf } from '../models/session.ts'
import { terminalOf } from '../models/terminal.ts'
import { keyHeaderOf } from '../world/login.ts'
import { launchConsole } from '../world/launch.ts'

test.use({ shared: true })

test('a prompt is answered and a command runs once it is allowed', async ({ consolePage: page }) => {
  const session = sessionOf(page)
  await rosterOf(page).newSession.click()
  await session.ask('[script:text Good morning from the model.]')
  await expect(session.fromKilo.last()).toContainText('Good morning from the model.')

  await session.ask('[script:bash echo $((6*7))-shells]')
  await expect(session.permission.region).toContainText('echo $((6*7))-shells')
  await session.permission.once.click()
  await expect(session.conversation).toContainText('Ran echo $((6*7))-shells.')
  await expect(session.permission.region).toBeHidden()
  await session.conversation.getByRole('button', { name: /bash/i }).last().click()
  await expect(session.conversation).toContainText('42-shells')
})

test('a terminal runs commands and keeps its text through a reload', async ({ consolePage: page }) => {
  const terminal = terminalOf(page)
  await rosterOf(page).newTerminal.click()
  await expect(terminal.region).toBeVisible()
  await page.goto(`${page.url()}?screenReader=1`)
  await terminal.type('echo "result=$((40+2))"')
  await expect(terminal.region).toContainText('result=42')
  await page.reload()
  await expect(terminal.region).toContainText('result=42')
  await terminal.type('echo "again=$((50+5))"')
  await expect(terminal.region).toContainText('again=55')
})

test('a launch URL logs in once', async ({ consolePage, world, browser }) => {
  await expect(rosterOf(consolePage).newSession).toBeVisible()
  const url = await launchConsole(world)
  const servers = new URL(pathTo('servers'), url).href

  const first = await browser.newContext()
  const page = await first.newPage()
  await page.goto(url)
  await expect(rosterOf(page).connection).toContainText('Connected')
  expect(page.url()).not.toContain('ticket')
  expect((await first.request.get(servers, { headers: await keyHeaderOf(page) })).status()).toBe(200)
  expect((await first.request.get(servers)).status()).toBe(401)

  const second = await browser.newContext()
  const stranger = await second.newPage()
  await stranger.goto(url)
  await expect(stranger.getByText('kilo console').first()).toBeVisible()
  expect((await second.request.get(servers)).status()).toBe(401)
  await Promise.all([first.close(), second.close()])
})
