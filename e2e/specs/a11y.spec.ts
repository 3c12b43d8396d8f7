import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures.ts'
import { paletteOf } from '../models/palette.ts'
import { rosterOf } from '../models/roster.ts'
import { sessionOf } from '../models/session.ts'
import { terminalOf } from '../models/terminal.ts'

test.use({ shared: true })

const SIZES = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
]
const THEMES = ['light', 'dark'] as const

/** After a change of theme or size: resolves when the new colours are drawn and every transition to them is over. */
async function settle(): Promise<void> {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
  await frame()
  await frame()
  const finite = document
    .getAnimations()
    .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity)
  await Promise.allSettled(finite.map((animation) => animation.finished))
}

/** Looks at the page in every size and theme. */
async function expectAccessible(page: Page, place: string): Promise<void> {
  for (const size of SIZES) {
    for (const colorScheme of THEMES) {
      await page.setViewportSize(size)
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await page.evaluate(settle)
      const { violations } = await new AxeBuilder({ page }).analyze()
      const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
      const found = grave.map(
        ({ id, nodes }) => `${id}: ${nodes.map((node) => `${node.html} ${node.failureSummary}`).join('\n')}`,
      )
      expect.soft(found, `${place}, ${colorScheme}, ${size.width} wide`).toEqual([])
    }
  }
  await page.setViewportSize({ width: 1440, height: 900 })
}

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
