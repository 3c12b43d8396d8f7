import { expect, type Page } from '@playwright/test'

/** What the engine does beside talking. */
export function enginePageOf(page: Page) {
  const dialog = page.getByRole('dialog')
  const region = (name: string) => page.getByRole('region', { name, exact: true })
  return {
    dialog,
    indexing: region('Indexing'),
    snapshots: region('Snapshots'),
    servers: region('Language servers'),
    formatters: region('Formatters'),
    retention: region('Retention'),
    async press(name: string) {
      await page.getByRole('button', { name, exact: true }).click()
    },
    field: (name: string) => dialog.getByRole('textbox', { name }),
    /** Presses the button of the dialog that does it, and waits until it is done. */
    async finish(button: string) {
      await dialog.getByRole('button', { name: button, exact: true }).click()
      // What stands behind a dialog is hidden.
      await expect(dialog).toBeHidden()
    },
    async open(folder?: string) {
      const query = folder === undefined ? '' : `?${new URLSearchParams({ folder }).toString()}`
      await page.goto(new URL(`/settings/engine${query}`, page.url()).href)
      await expect(region('Snapshots')).toBeVisible({ timeout: 45_000 })
    },
  }
}
