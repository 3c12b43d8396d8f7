/** Projects: what each is called wherever it is named, what its sessions begin with, and what its terminals get. */
import { mkdir, readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { expectAccessible } from '../accessible.ts'
import { expect, test } from '../fixtures.ts'
import { paletteOf } from '../models/palette.ts'
import { projectsOf } from '../models/projects.ts'
import { rosterOf } from '../models/roster.ts'
import { sessionOf } from '../models/session.ts'
import { terminalOf } from '../models/terminal.ts'
import { connectEngine, daemonAddress } from '../world/engine.ts'

const SECRET = 'of-the-shop-4711'

/** What the page was sent until now. */
function listenTo(page: Page): () => Promise<string> {
  const texts: Promise<string>[] = []
  page.on('response', (response) => void texts.push(response.text().catch(() => '')))
  return async () => (await Promise.all(texts)).join('\n')
}

/** A model that is set above all files can be no project's to set. */
test.beforeEach(({ world }) => {
  const { model: _, ...content } = JSON.parse(world.env['KILO_CONFIG_CONTENT'] ?? '{}') as { model?: string }
  world.env['KILO_CONFIG_CONTENT'] = JSON.stringify(content)
})

test('a project is named and coloured, its sessions begin with its model, and its terminals get its variables', async ({
  consolePage: page,
  engine,
  problems,
  world,
}) => {
  const answers = listenTo(page)
  const projects = projectsOf(page)
  const roster = rosterOf(page)
  const notes = path.join(world.home, 'notes')
  await mkdir(notes)
  await engine.ask('/session', { title: 'In the project' })
  await connectEngine(await daemonAddress(world), notes).ask('/session', { title: 'In notes' })

  await test.step('all of them, by the palette', async () => {
    await page.getByRole('button', { name: 'View: by state' }).click()
    await page.getByRole('menuitemradio', { name: 'By project' }).click()
    await paletteOf(page).open()
    await page.keyboard.type('Projects')
    await paletteOf(page).dialog.getByRole('option', { name: 'Projects' }).first().click()
    await expect(projects.row('fieldnotes')).toContainText('1 session')
    await expect(projects.row('Folders without git')).toContainText('share one project')
    await expectAccessible(page, 'projects')
  })

  await test.step('a name and a colour stand in the roster, and outlive a reload', async () => {
    await projects.row('fieldnotes').getByRole('link').click()
    await expect(projects.name).toHaveAttribute('placeholder', 'fieldnotes')
    await projects.name.fill('turned \u202e round')
    await expect(projects.saveName).toBeDisabled()
    await projects.name.fill('The Shop')
    await projects.saveName.click()
    await expect(projects.title('The Shop')).toBeVisible()
    problems.allow(/ 500 .*\/engine\/project\//)
    const refused = '**/engine/project/*'
    await page.route(refused, (asked) =>
      asked.fulfill({ status: 500, json: { name: 'Full', message: 'no room' } }),
    )
    await projects.color('Lime').click()
    await expect(page.getByRole('alert')).toContainText('no room')
    await expect(projects.color('None')).toBeChecked()
    await page.unroute(refused)
    await projects.color('Mint').check()
    const group = roster.region.getByRole('group', { name: 'The Shop' })
    await expect(group.locator('[data-color="mint"]')).toBeVisible()
    await expectAccessible(page, 'one project')
    await page.reload()
    await expect(group.locator('[data-color="mint"]')).toBeVisible()
    await expect(projects.color('Mint')).toBeChecked()
    const { id } = await engine.ask<{ id: string }>('/project/current')
    const told = await engine.ask<{ id: string; name: string; icon: object }[]>('/project')
    expect(told.find((one) => one.id === id)).toMatchObject({ name: 'The Shop', icon: { color: 'mint' } })
    await page.goto(new URL(`/servers/daemon/projects/${id}`, page.url()).href)
    await expect(page.getByRole('heading', { level: 1, name: 'The Shop' })).toBeVisible()
    await page.getByRole('link', { name: 'Project settings' }).click()
  })

  await test.step('a new session begins with the model of the project’s file', async () => {
    await projects.use('Default model').getByRole('button', { name: 'Change Default model' }).click()
    await page.getByRole('dialog').getByRole('option', { name: 'Sketch' }).click()
    await page.getByRole('dialog', { name: 'Default model' }).getByRole('button', { name: 'Save' }).click()
    await expect(projects.use('Default model')).toContainText(
      /scripted\/sketch.*\.kilo\/kilo\.jsonc, line \d/,
    )
    expect(await readFile(path.join(world.project, '.kilo/kilo.jsonc'), 'utf8')).toContain('scripted/sketch')
    const { id } = await engine.ask<{ id: string }>('/session', { title: 'New' })
    await page.goto(new URL(`/servers/daemon/sessions/${id}`, page.url()).href)
    await expect(sessionOf(page).model).toContainText('Sketch')
  })

  await test.step('a terminal has its variables, and no answer has what is in them', async () => {
    await projects.open(world.project)
    await projects.variables.getByRole('textbox', { name: 'Variable' }).fill('1SHOP')
    await expect(projects.variables.getByRole('button', { name: 'Add' })).toBeDisabled()
    await projects.variables.getByRole('textbox', { name: 'Variable' }).fill('SHOP_TOKEN')
    await projects.variables.getByLabel('Value').fill(SECRET)
    await projects.variables.getByRole('button', { name: 'Add' }).click()
    await expect(projects.variables.getByRole('listitem', { name: 'SHOP_TOKEN' })).toContainText('set')
    await projects.open(world.project)
    await expect(projects.variables.getByRole('listitem', { name: 'SHOP_TOKEN' })).toBeVisible()
    await expect(projects.variables.getByLabel('Value')).toHaveValue('')
    const file = path.join(world.home, '.local/share/kilo-console/environments.json')
    expect((await stat(file)).mode & 0o777).toBe(0o600)
    await page.getByRole('link', { name: 'Sessions, terminals and worktrees' }).click()
    await page.getByRole('button', { name: 'New terminal here' }).click()
    await expect(terminalOf(page).region).toBeVisible()
    await page.goto(`${page.url()}?screenReader=1`)
    // Its length alone: what a terminal prints is shown.
    await terminalOf(page).type('echo "long=${#SHOP_TOKEN}="')
    await expect(terminalOf(page).region).toContainText(`long=${SECRET.length}=`)
    expect(await answers()).not.toContain(SECRET)
  })

  await test.step('a folder without git has its own, and no name', async () => {
    await projects.open(notes)
    await expect(projects.folders).toContainText('notes')
    await expect(projects.name).toBeHidden()
    await expect(projects.variables.getByRole('button', { name: 'Add' })).toBeVisible()
    await expect(projects.variables.getByRole('listitem')).toHaveCount(0)
  })

  await test.step('what is removed is gone, and an empty name is the folder’s again', async () => {
    await projects.open(world.project)
    await projects.variables.getByRole('button', { name: 'Remove SHOP_TOKEN' }).click()
    await expect(projects.variables.getByRole('listitem')).toHaveCount(0)
    await projects.name.fill('')
    await projects.saveName.click()
    await projects.color('None').check()
    await expect(projects.title('fieldnotes')).toBeVisible()
    await expect(roster.region.getByRole('group', { name: 'fieldnotes' })).toBeVisible()
    await expect(roster.region.locator('[data-color]')).toHaveCount(0)
    await page.setViewportSize({ width: 390, height: 800 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  })
})
