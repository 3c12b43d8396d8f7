import { expect, type Page } from '@playwright/test'

/** The models of all servers. */
export function modelsOf(page: Page) {
  const region = page.getByRole('region', { name: 'Models' })
  const row = (name: string) =>
    region
      .getByRole('listitem')
      .filter({ has: page.getByRole('checkbox', { name: `Compare ${name}`, exact: true }) })
  return {
    region,
    row,
    search: page.getByRole('searchbox', { name: 'Search models' }),
    count: region.getByRole('status'),
    filter: (name: string) => region.getByRole('button', { name, exact: true }),
    choice: (name: string) => region.getByRole('combobox', { name }),
    compare: (name: string) => page.getByRole('checkbox', { name: `Compare ${name}`, exact: true }),
    star: (name: string) => row(name).getByRole('button', { name: /^(Unf|F)avourite / }),
    /** What is in use, by what it is for. */
    use: (title: string) =>
      page.getByRole('listitem').filter({ has: page.getByRole('button', { name: `Change ${title}` }) }),
    async act(name: string, item: string) {
      await page.getByRole('button', { name: `Actions for ${name}`, exact: true }).click()
      await page.getByRole('menuitem', { name: item }).click()
    },
    /** Opens it by its address. `folder` absent: everybody's. */
    async open(isRead = true, folder?: string) {
      const query = folder === undefined ? '' : `?${new URLSearchParams({ folder }).toString()}`
      await page.goto(new URL(`/settings/models${query}`, page.url()).href)
      if (isRead) await expect(region.getByRole('listitem').first()).toBeVisible({ timeout: 45_000 })
    },
  }
}
