import { expect, type Page } from '@playwright/test'

/** The engine's settings, each by its key. */
export function configurationOf(page: Page) {
  const row = (name: string) =>
    page.getByRole('listitem').filter({ has: page.getByText(name, { exact: true }) })
  return {
    of: page.getByRole('combobox', { name: 'Settings of' }),
    search: page.getByRole('searchbox', { name: 'Search settings' }),
    sources: page.getByRole('region', { name: 'Sources' }),
    row,
    control: (name: string) => page.getByRole('main').getByLabel(name, { exact: true }),
    source: (name: string) => row(name).getByRole('button', { name: /^Source: / }),
    reset: (name: string) => page.getByRole('button', { name: `Reset ${name}` }),
    undo: (name: string) => page.getByRole('button', { name: `Undo the change of ${name}` }),
    editFile: (name: string) => page.getByRole('button', { name: `Edit ${name}` }),
    file: (name: string) => page.getByRole('region', { name: `File ${name}` }),
    panel: (name: string) => page.getByRole('group', { name: `Change ${name}` }),
    /** Opens it by its address. `folder` absent: everybody's. */
    async open(folder?: string) {
      const query = folder === undefined ? '' : `?${new URLSearchParams({ folder }).toString()}`
      await page.goto(new URL(`/settings/configuration${query}`, page.url()).href)
      // An engine that has just read its files anew takes its time.
      await expect(page.getByRole('region', { name: 'Sources' })).toBeVisible({ timeout: 45_000 })
    },
  }
}
