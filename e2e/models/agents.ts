import { expect, type Page } from '@playwright/test'

/** Agents and commands of a folder, and its rules files. */
export function agentsOf(page: Page) {
  const dialog = page.getByRole('dialog')
  return {
    dialog,
    row: (name: string) => page.getByRole('listitem', { name, exact: true }),
    add: page.getByRole('button', { name: 'Add agent' }),
    addCommand: page.getByRole('button', { name: 'Add command' }),
    field: (name: string) => dialog.getByRole('textbox', { name }),
    rules: page.getByRole('region', { name: 'Rules files' }),
    async act(name: string, item: string) {
      await page.getByRole('button', { name: `Actions for ${name}`, exact: true }).click()
      await page.getByRole('menuitem', { name: item }).click()
    },
    press: (button: string) => dialog.getByRole('button', { name: button, exact: true }).click(),
    /** Presses the button of the dialog that does it, and waits until it is done. */
    async finish(button: string) {
      await dialog.getByRole('button', { name: button, exact: true }).click()
      // What stands behind a dialog is hidden.
      await expect(dialog).toBeHidden()
    },
    async open(folder?: string) {
      const query = folder === undefined ? '' : `?${new URLSearchParams({ folder }).toString()}`
      await page.goto(new URL(`/settings/agents${query}`, page.url()).href)
      await expect(page.getByRole('region', { name: 'Commands' })).toBeVisible({ timeout: 45_000 })
    },
  }
}
