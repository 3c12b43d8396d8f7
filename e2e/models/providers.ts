import { expect, type Page } from '@playwright/test'

/** The page of providers. */
export function providersOf(page: Page) {
  const region = page.getByRole('region', { name: 'Providers' })
  const row = (name: string) =>
    region.getByRole('listitem').filter({
      has: page
        .getByRole('button', { name, expanded: false })
        .or(page.getByRole('button', { name, expanded: true })),
    })
  return {
    region,
    /** `name`: with which its button begins. */
    row: (name: string) => row(`${name} `),
    of: page.getByRole('combobox', { name: 'Settings of' }),
    models: (id: string) => region.getByRole('list', { name: `Models of ${id}` }).getByRole('listitem'),
    async toggle(name: string) {
      await region.getByRole('button', { name: new RegExp(`^${name} `) }).click()
    },
    /** Opens the form of something that can be added. */
    async add(title: string) {
      await region.getByRole('button', { name: 'Add provider' }).click()
      const dialog = page.getByRole('dialog', { name: 'Add provider' })
      await dialog.getByLabel('Search').fill(title)
      await dialog
        .getByRole('option', { name: new RegExp(title) })
        .first()
        .click()
      return page.getByRole('region', { name: /^Add provider: / })
    },
    /** Opens the login to one that can be added. */
    async logIn(id: string) {
      await region.getByRole('button', { name: 'Add provider' }).click()
      const dialog = page.getByRole('dialog', { name: 'Add provider' })
      await dialog.getByLabel('Search').fill(id)
      await dialog
        .getByRole('option', { name: /^Log in to / })
        .first()
        .click()
      return page.getByRole('region', { name: /^Log in to / })
    },
    /** Opens it by its address. `folder` absent: everybody's. */
    async open(folder?: string) {
      const query = folder === undefined ? '' : `?${new URLSearchParams({ folder }).toString()}`
      await page.goto(new URL(`/settings/providers${query}`, page.url()).href)
      await expect(region).toBeVisible({ timeout: 45_000 })
    },
  }
}
