import type { Page } from '@playwright/test'

/** Sessions and terminals of all servers. */
export function rosterOf(page: Page) {
  const region = page.getByRole('navigation', { name: 'Roster' })
  return {
    region,
    connection: page.getByRole('status', { name: 'Connection' }),
    newSession: page.getByRole('button', { name: 'New session' }).first(),
    newTerminal: page.getByRole('button', { name: 'New terminal' }).first(),
    group: (name: 'Needs you' | 'Working' | 'Recent') => region.getByRole('group', { name }),
    entry: (title: string | RegExp) => region.getByRole('link', { name: title }),
  }
}
