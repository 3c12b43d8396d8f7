import { expect, type Page } from '@playwright/test'
import { paletteOf } from '../../models/palette.ts'
import { sessionOf } from '../../models/session.ts'
import type { Stage, State } from '../stage.ts'

async function runFromPalette(page: Page, words: string): Promise<void> {
  const { dialog, open } = paletteOf(page)
  await open()
  await dialog.getByRole('textbox', { name: 'Search' }).fill(words)
  await page.keyboard.press('Enter')
}

/** A dialog over the session that has come to its end. */
const dialogOf = (name: string, words: string): State => ({
  name,
  async show({ page, seeded, session }: Stage) {
    await session(seeded.finished)
    await expect(sessionOf(page).fromKilo.last()).toBeVisible()
    await page.locator('body').click({ position: { x: 700, y: 300 } })
    await runFromPalette(page, words)
    await expect(page.getByRole('dialog').or(page.getByRole('alertdialog'))).toBeVisible()
  },
})

export const overlayStates: State[] = [
  {
    name: 'palette',
    async show({ page }) {
      const { dialog, open } = paletteOf(page)
      await open()
      await dialog.getByRole('textbox', { name: 'Search' }).fill('se')
      await expect(dialog.getByRole('option').first()).toBeVisible()
    },
  },
  dialogOf('keys', 'keys'),
  dialogOf('figures', 'memory and processor'),
  dialogOf('place-picker', 'new session in'),
  dialogOf('import', 'import session'),
  dialogOf('hand-over', 'continue elsewhere'),
  dialogOf('delete', 'delete session'),
  dialogOf('undo', 'undo the last prompt'),
  dialogOf('stop-daemon', 'stop daemon'),
]
