import { mkdir, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures.ts'
import { rosterOf } from '../models/roster.ts'
import { sessionOf } from '../models/session.ts'
import { run } from '../run.ts'
import type { World } from '../world/world.ts'

/** The folder beside "New session", and the dialog to change it. */
function folderOf(page: Page) {
  const dialog = page.getByRole('dialog')
  return {
    button: page.getByRole('button', { name: /^Folder: / }).first(),
    dialog,
    search: dialog.getByRole('textbox', { name: 'Search' }),
    option: (name: string) => dialog.getByRole('option', { name, exact: true }),
    refusal: dialog.getByRole('alert'),
  }
}

async function openIn(world: World, page: Page, cwd: string): Promise<void> {
  const { stdout } = await world.kilo(['console', '--no-open', '--json'], { cwd })
  await page.goto((JSON.parse(stdout) as { url: string }).url)
  await expect(rosterOf(page).connection).toContainText('Connected')
}

async function git(world: World, cwd: string, ...args: string[]): Promise<void> {
  const { code, stderr } = await run('git', args, { cwd, env: world.env })
  expect(code, stderr).toBe(0)
}

test('fault 71: sessions run where they are meant to, and say where that is', async ({
  world,
  context,
  problems,
}) => {
  problems.watch(context)
  const page = await context.newPage()
  const session = sessionOf(page)
  const folder = folderOf(page)
  const odd = path.join(world.home, 'my "shop" #1 100%, a%2Fb')
  await mkdir(path.join(odd, 'in side'), { recursive: true })
  await writeFile(path.join(world.home, 'list.txt'), '')

  await test.step('kilo console brings its folder along, whatever it is called', async () => {
    await openIn(world, page, odd)
    expect(page.url()).not.toContain('folder')
    await expect(folder.button).toHaveAccessibleName(`Folder: ${path.basename(odd)}`)
    await page.getByRole('button', { name: 'Start your first session' }).click()
    await session.ask('[script:bash pwd]')
    await session.permission.once.click()
    await session.conversation.getByRole('button', { name: /bash/i }).last().click()
    await expect(session.conversation).toContainText(`${odd}\n`)
  })

  await test.step('a reload keeps it, and a terminal starts there too', async () => {
    await page.goto(new URL('/?screenReader=1', page.url()).href)
    await expect(folder.button).toHaveAccessibleName(`Folder: ${path.basename(odd)}`)
    await rosterOf(page).newTerminal.click()
    await expect(page.getByRole('region', { name: /^Terminal / })).toContainText('a%2Fb')
  })

  await test.step('the picker completes paths and refuses what is no folder', async () => {
    await folder.button.click()
    await folder.search.fill('~/my "sh')
    await expect(folder.option(path.basename(odd))).toBeVisible()
    await page.keyboard.press('Tab')
    await expect(folder.search).toHaveValue(`~/${path.basename(odd)}/`)
    await expect(folder.option('in side')).toBeVisible()
    await folder.search.fill('~/list.txt')
    await expect(folder.refusal).toHaveText('~/list.txt is a file, not a folder.')
    await folder.search.fill('~/nowhere')
    await expect(folder.refusal).toHaveText('There is no folder ~/nowhere.')
    await folder.search.fill('~/fieldnotes')
    await expect(folder.option('fieldnotes')).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(folder.button).toHaveAccessibleName('Folder: fieldnotes')
  })

  await test.step('two clones are told apart, though they are one project', async () => {
    const { project, home } = world
    for (const clone of ['shop/api', 'blog/api']) {
      await git(world, home, 'clone', '--quiet', project, clone)
      await openIn(world, page, path.join(home, clone))
      await rosterOf(page).newSession.click()
      await expect(session.conversation).toContainText(/Ask Kilo about (blog\/)?api/)
    }
    await expect(rosterOf(page).region.getByText('shop/api', { exact: true })).toBeVisible()
    await expect(rosterOf(page).region.getByRole('link').getByText('blog/api', { exact: true })).toBeVisible()
  })

  await test.step('a session whose folder is gone says so, sends nothing, and goes on when it is back', async () => {
    await rosterOf(page).entry('Pwd').click()
    await expect(session.conversation).toContainText('Ran pwd.')
    await rename(odd, `${odd} moved`)
    await session.prompt.fill('[script:text Anybody there?]')
    await session.send.click()
    const gone = page.getByRole('note').filter({ hasText: `The folder ~/${path.basename(odd)} is gone` })
    await expect(gone).toBeVisible()
    await expect(session.conversation).toContainText(`There is no folder ~/${path.basename(odd)}.`)
    await page.reload()
    await expect(gone).toBeVisible()
    await expect(session.conversation).toContainText('Ran pwd.')
    await expect(page.getByText('answered 500')).toBeHidden()
    await session.prompt.fill('[script:text Back again.]')
    await expect(session.send).toBeDisabled()
    await rename(`${odd} moved`, odd)
    await gone.getByRole('button', { name: 'Check again' }).click()
    await expect(gone).toBeHidden()
    await session.send.click()
    await expect(session.fromKilo.last()).toContainText('Back again.')
    // What was not sent is kept, and offered again, until somebody says that it is not wanted any more.
    await expect(session.conversation).toContainText('Anybody there?')
    await session.conversation.getByRole('button', { name: 'Discard' }).click()
    await expect(session.conversation).not.toContainText('Anybody there?')
  })
})
