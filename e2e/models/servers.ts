import type { Page } from '@playwright/test'

export function serversOf(page: Page) {
  const region = page.getByRole('region', { name: 'Servers' })
  // Exact: "Start daemon" is a part of "Restart daemon".
  const button = (name: string) => region.getByRole('button', { name, exact: true })
  return {
    region,
    start: button('Start daemon'),
    restart: button('Restart daemon'),
    stop: button('Stop daemon'),
  }
}
