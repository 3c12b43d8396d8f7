import type { Page } from '@playwright/test'

export function paletteOf(page: Page) {
  const dialog = page.getByRole('dialog', { name: 'Commands' })
  return { dialog, open: () => page.keyboard.press('Control+k') }
}
