import { expectAccessible } from '../accessible.ts'
import { expect, test } from '../fixtures.ts'
import { paletteOf } from '../models/palette.ts'
import { rosterOf } from '../models/roster.ts'
import { sessionOf } from '../models/session.ts'
import { terminalOf } from '../models/terminal.ts'

test.use({ shared: true })

test('roster, session, terminal and settings have no serious violation', async ({
  consolePage: page,
  engine,
}) => {
  await engine.prompt('What does this project do?', 'Explain the project')
  await engine.prompt('Fix the login redirect', 'Fix the login redirect')
  const roster = rosterOf(page)
  await expect(roster.group('Needs you').getByRole('link', { name: /Fix the login/ })).toBeVisible()
  await expectAccessible(page, 'roster')

  await roster.entry(/Fix the login/).click()
  await expect(sessionOf(page).permission.region).toBeVisible()
  await expectAccessible(page, 'session')

  await roster.newTerminal.click()
  await expect(terminalOf(page).region).toBeVisible()
  await expectAccessible(page, 'terminal')

  await page.goto(new URL('/settings/', page.url()).href)
  await expect(page.getByRole('heading', { name: 'Settings' }).first()).toBeVisible()
  await expectAccessible(page, 'settings')
})

test('the palette opens and closes by keyboard', async ({ consolePage: page }) => {
  const palette = paletteOf(page)
  await palette.open()
  await expect(palette.dialog).toBeVisible()
  await page.keyboard.type('new term')
  await page.keyboard.press('Enter')
  await expect(terminalOf(page).region).toBeVisible()
  await palette.open()
  await expect(palette.dialog).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(palette.dialog).toBeHidden()
})
