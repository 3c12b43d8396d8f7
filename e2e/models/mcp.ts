import { expect, type Page } from '@playwright/test'

/** The MCP servers of a folder, each by its name. */
export function mcpOf(page: Page) {
  const region = page.getByRole('region', { name: 'MCP servers' })
  const server = (name: string) => region.getByRole('listitem', { name, exact: true })
  const button = (name: string) => region.getByRole('button', { name, exact: true })
  return {
    region,
    server,
    /** "Connect", "Log in", "Remove" and what else can be done to one. */
    act: (verb: string, name: string) => button(`${verb} ${name}`),
    button,
    source: (name: string) => server(name).getByRole('button', { name: /^Source: / }),
    panel: (verb: string, name: string) => region.getByRole('group', { name: `${verb} ${name}` }),
    add: region.getByRole('button', { name: 'Add server' }),
    form: region.getByRole('form'),
    /** Opens it by its address. `folder` absent: everybody's. */
    async open(folder?: string) {
      const query = folder === undefined ? '' : `?${new URLSearchParams({ folder }).toString()}`
      await page.goto(new URL(`/settings/mcp${query}`, page.url()).href)
      await expect(region).toBeVisible()
    },
  }
}
