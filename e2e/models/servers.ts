import type { Page } from '@playwright/test'

export function serversOf(page: Page) {
  const region = page.getByRole('region', { name: 'Servers' })
  return {
    region,
    start: page.getByRole('button', { name: 'Start daemon' }).first(),
    restart: page.getByRole('button', { name: 'Restart daemon' }).first(),
    stop: page.getByRole('button', { name: 'Stop daemon' }).first(),
  }
}
