import type { Page } from '@playwright/test'

/** What a terminal shows that prints faster than the engine can take. */
export function floodOf(page: Page) {
  const region = page.getByRole('region', { name: 'Flooding' })
  const button = (name: string) => region.getByRole('button', { name, exact: true })
  return { region, goOn: button('Continue'), interrupt: button('Interrupt'), close: button('Close') }
}
