/** A day's work, once by keys alone and once by touch alone: nothing here clicks with a pointer, and nothing there presses a key. */
import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures.ts'
import { paletteOf } from '../models/palette.ts'
import { rosterOf } from '../models/roster.ts'
import { sessionOf } from '../models/session.ts'
import { terminalOf } from '../models/terminal.ts'
import { launchConsole } from '../world/launch.ts'

test.use({ shared: true })

// The first snapshot of a folder takes its time on a busy machine, and the engine would ask whether to go without.
test.beforeEach(({ engine }) => engine.ask('/kilocode/snapshot/prepare', {}))

test('a day by keys alone', async ({ consolePage: page }) => {
  const session = sessionOf(page)
  const { keyboard } = page
  const press = async (...keys: string[]) => {
    for (const key of keys) await keyboard.press(key)
  }
  const fromPalette = async (words: string) => {
    const palette = paletteOf(page)
    await palette.open()
    await expect(palette.dialog.getByRole('textbox', { name: 'Search' })).toBeFocused()
    await keyboard.type(words)
    await keyboard.press('Enter')
  }

  await test.step('a prompt that names a file, and a command that is allowed', async () => {
    await press('n')
    await expect(session.prompt).toBeFocused()
    await keyboard.type('see @auth')
    await expect(session.suggestions.getByRole('option', { name: 'src/auth.js', exact: true })).toBeVisible()
    await press('Enter')
    await expect(session.prompt).toHaveValue('see @src/auth.js ')
    await keyboard.type('[script:bash echo walked]')
    await press('Enter')
    await expect(session.permission.region).toContainText('echo walked')
    // What has just come up is not answered by a key that was meant for something else.
    await expect(async () => {
      await press('Control+Shift+Y')
      await expect(session.permission.region).toBeHidden({ timeout: 500 })
    }).toPass()
    await expect(session.fromKilo.last()).toContainText('Ran echo walked')
  })

  await test.step('it is renamed', async () => {
    // While Kilo works, Escape is for stopping it.
    await expect(session.stop).toBeHidden()
    await press('Escape', 'Shift+R')
    await expect(page.getByRole('textbox', { name: 'Session title' })).toBeFocused()
    await keyboard.type('Morning')
    await press('Enter')
    await expect(page.getByRole('heading', { name: 'Morning' })).toBeVisible()
  })

  await test.step('a question of another session, answered in the tray by its number', async () => {
    await press('n')
    await expect(session.prompt).toBeFocused()
    await keyboard.type('[script:question Which colour?: Red | Blue]')
    await press('Enter')
    await expect(session.question.region).toBeVisible()
    await press('Escape', 'g', 'd')
    const tray = page.getByRole('region', { name: 'Decisions' })
    await expect(tray.getByRole('article')).toHaveCount(1)
    await press('2')
    await expect(tray.getByRole('radio', { name: 'Blue' })).toBeChecked()
    await press('Enter')
    await expect(tray).toContainText('Nothing waits')
    await press('Escape')
    await expect(tray).toBeHidden()
    await expect(session.fromKilo.last()).toContainText('Noted.')
    await expect(session.stop).toBeHidden()
  })

  await test.step('back to the first one, whose prompt is undone and redone', async () => {
    await press('j')
    await expect(page.getByRole('heading', { name: 'Morning' })).toBeVisible()
    await expect(session.fromKilo.last()).toContainText('Ran echo walked')
    await press('Escape', 'u')
    await expect(page.getByRole('dialog')).toContainText('Revert to here?')
    await press('Tab', 'Enter')
    await expect(page.getByRole('dialog')).toBeHidden()
    await expect(session.reverted).toBeVisible()
    await press('Shift+U')
    await expect(session.reverted).toBeHidden()
  })

  await test.step('a terminal, and out of it', async () => {
    await press('t')
    const terminal = terminalOf(page)
    await expect(terminal.region).toBeVisible()
    await expect(terminal.input).toBeFocused()
    await keyboard.type('exit')
    await press('Enter')
    await expect(terminal.region).toContainText(/ended|exited/i)
  })

  await test.step('away with it, and home', async () => {
    await fromPalette('morning')
    await expect(page.getByRole('heading', { name: 'Morning' })).toBeVisible()
    await fromPalette('archive session')
    await expect(page.getByText('Archived “Morning”')).toBeVisible()
    await press('g', 'h')
    await expect(page).toHaveURL(/\/$/)
    await press('?')
    await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible()
    await press('Escape')
    await expect(page.getByRole('dialog', { name: 'Keys' })).toBeHidden()
  })
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })

  test('a day by touch alone', async ({ world, engine, page, context, problems }) => {
    problems.watch(context)
    await engine.ask('/project/current')
    await page.goto(await launchConsole(world))
    const session = sessionOf(page)
    /** As an on-screen keyboard does it. */
    const write = async (text: string) => {
      await session.prompt.tap()
      await page.keyboard.insertText(text)
      await session.send.tap()
    }
    const openRoster = () => page.getByRole('button', { name: 'Open the roster' }).tap()

    await test.step('a session whose command is allowed', async () => {
      await openRoster()
      await rosterOf(page).newSession.tap()
      await expect(page).toHaveURL(/\/sessions\//)
      await write('[script:bash echo walked]')
      await session.permission.once.tap()
      await expect(session.fromKilo.last()).toContainText('Ran echo walked')
    })

    await test.step('a question is answered', async () => {
      await write('[script:question Which colour?: Red | Blue]')
      await session.question.option('Blue').tap()
      await session.question.answer.tap()
      await expect(session.fromKilo.last()).toContainText('Noted.')
    })

    await test.step('what it changed is reviewed', async () => {
      await write('[script:write walk.txt one step]')
      await expect(session.fromKilo.last()).toContainText('Wrote walk.txt.')
      await page.getByRole('button', { name: '1 file changed' }).tap()
      await expect(page.getByRole('region', { name: 'Changes', exact: true })).toContainText('walk.txt')
      await closeSheet(page)
    })

    await test.step('it is put away', async () => {
      await page.getByRole('button', { name: 'Session actions' }).tap()
      await page.getByRole('menuitem', { name: 'Archive session' }).tap()
      await expect(page.getByText(/^Archived “/)).toBeVisible()
    })
  })
})

async function closeSheet(page: Page): Promise<void> {
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).tap()
  await expect(page.getByRole('dialog')).toBeHidden()
}
