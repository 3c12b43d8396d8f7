import { expect, type Page } from '@playwright/test'

/** Permission rules, and what a call would do by them. */
export function permissionsOf(page: Page) {
  const tester = page.getByRole('region', { name: 'Try a call' })
  const table = (name: string) => page.getByRole('table', { name })
  return {
    tester,
    kind: tester.getByRole('combobox', { name: 'Kind of call' }),
    call: tester.getByRole('textbox'),
    agent: tester.getByRole('combobox', { name: 'Agent' }),
    verdict: tester.getByRole('status'),
    table,
    row: (name: string, rule: string) => table(name).getByRole('row', { name: rule }),
    add: page.getByRole('button', { name: 'Add rule' }),
    dialog: page.getByRole('dialog'),
    async open(folder?: string) {
      const query = folder === undefined ? '' : `?${new URLSearchParams({ folder }).toString()}`
      await page.goto(new URL(`/settings/permissions${query}`, page.url()).href)
      await expect(tester).toBeVisible({ timeout: 45_000 })
    },
  }
}
