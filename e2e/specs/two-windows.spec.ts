import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from '../fixtures.ts'
import { rosterOf } from '../models/roster.ts'
import { sessionOf } from '../models/session.ts'

test.use({ shared: true })

test('two windows show the same session while it is written', async ({
  consolePage: page,
  context,
  world,
}) => {
  await rosterOf(page).newSession.click()
  const here = sessionOf(page)
  await here.ask('[script:gated first second third]')
  await expect(here.fromKilo.last()).toContainText('first')

  const other = await context.newPage()
  await other.goto(page.url())
  const there = sessionOf(other)
  await expect(there.fromKilo.last()).toContainText('first')
  for (const word of ['first second', 'first second third']) {
    world.model.release()
    await expect(here.fromKilo.last()).toContainText(word)
    await expect(there.fromKilo.last()).toContainText(word)
  }
  await there.ask('[script:text Asked over there.]')
  await expect(here.fromKilo.last()).toContainText('Asked over there.')
})

test('a session of the command line appears without a reload', async ({ consolePage: page, kilo }) => {
  const title = 'From the shell'
  const ran = await kilo(['run', '--title', title, '[script:text Hello, terminal.]'])
  expect(ran, ran.stderr).toMatchObject({ code: 0 })
  expect(ran.stdout).toContain('Hello, terminal.')
  await rosterOf(page).entry(new RegExp(title)).click()
  await expect(sessionOf(page).fromKilo.last()).toContainText('Hello, terminal.')
})

test('a setting of the console holds in every window, stands in a file that people write too, and is printed by the command', async ({
  consolePage: page,
  context,
  kilo,
  world,
}) => {
  const file = path.join(world.home, '.config/kilo-console/settings.json')
  const open = async (window: typeof page) => {
    await window.goto(new URL('/settings', page.url()).href)
    await expect(window.getByRole('radio', { name: 'Dark' })).toBeVisible()
  }
  await open(page)
  const other = await context.newPage()
  await open(other)
  await page.getByRole('radio', { name: 'Dark' }).check()
  await page.getByRole('radio', { name: 'Compact' }).check()
  await page.getByRole('textbox', { name: 'Editor for changed files' }).fill('true {file}')
  await page.getByRole('textbox', { name: 'Editor for changed files' }).press('Enter')
  for (const name of ['Dark', 'Compact']) await expect(other.getByRole('radio', { name })).toBeChecked()
  await expect(other.locator('html')).toHaveAttribute('data-density', 'compact')
  await expect(other.getByRole('textbox', { name: 'Editor for changed files' })).toHaveValue('true {file}')
  const written = JSON.parse(await readFile(file, 'utf8')) as Record<string, unknown>
  expect(written).toMatchObject({ theme: 'dark', density: 'compact', editor: 'true {file}' })

  await page.getByRole('textbox', { name: 'Warn above this much memory' }).fill('much')
  await page.getByRole('textbox', { name: 'Warn above this much memory' }).press('Enter')
  await expect(page.getByRole('alert').filter({ hasText: 'a size such as "4G"' })).toBeVisible()

  await writeFile(file, JSON.stringify({ ...written, theme: 'light', textSize: 'huge', theirs: 1 }))
  await page.reload()
  await expect(page.getByRole('radio', { name: 'Light' })).toBeChecked()
  await expect(page.getByRole('note').filter({ hasText: 'textSize in' })).toContainText('The default holds')
  const { stdout, code } = await kilo(['console', 'settings', '--json'])
  expect(code).toBe(0)
  expect(JSON.parse(stdout)).toMatchObject({
    file,
    settings: { theme: { value: 'light', source: file }, sendBy: { value: 'enter', source: 'default' } },
    problems: [expect.stringContaining('textSize')],
  })
  const screenReader = page.getByRole('checkbox', { name: 'Screen reader mode' })
  await screenReader.check()
  await screenReader.uncheck()
  await expect.poll(async () => await readFile(file, 'utf8')).toContain('"screenReader": false')
  await page.goto(new URL('/settings?screenReader=1', page.url()).href)
  await expect(screenReader).toBeChecked()
  await expect.poll(async () => await readFile(file, 'utf8')).toContain('"screenReader": true')
  await screenReader.uncheck()
  for (const name of ['Follow system', 'Comfortable', 'Large', 'Normal'])
    await page.getByRole('radio', { name }).check()
  await expect
    .poll(async () => JSON.parse(await readFile(file, 'utf8')) as unknown)
    .toMatchObject({
      theme: 'system',
      density: 'comfortable',
      textSize: 'normal',
      theirs: 1,
    })
})
