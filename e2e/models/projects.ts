import { expect, type Page } from '@playwright/test'

/** The projects of all servers, and one of them. */
export function projectsOf(page: Page) {
  const region = (name: string) => page.getByRole('region', { name })
  return {
    list: region('Projects'),
    row: (name: string) => region('Projects').getByRole('listitem', { name, exact: true }),
    title: (name: string) => page.getByRole('heading', { level: 2, name, exact: true }),
    name: page.getByRole('textbox', { name: 'Name' }),
    saveName: page.getByRole('button', { name: 'Save name' }),
    color: (name: string) => page.getByRole('radio', { name, exact: true }),
    variables: region('Environment of terminals'),
    folders: region('Folders'),
    /** What new sessions begin with, by what it is for. */
    use: (title: string) =>
      page.getByRole('listitem').filter({ has: page.getByRole('button', { name: `Change ${title}` }) }),
    /** `folder` absent: all projects. */
    async open(folder?: string) {
      const query =
        folder === undefined ? '' : `?${new URLSearchParams({ server: 'daemon', folder }).toString()}`
      await page.goto(new URL(`/settings/projects${query}`, page.url()).href)
      await expect(region(folder === undefined ? 'Projects' : 'Folders')).toBeVisible({ timeout: 45_000 })
    },
  }
}
