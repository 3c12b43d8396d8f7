import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect } from '@playwright/test'
import { startOauthMcp } from '../../mcp-servers/oauth.ts'
import { mcpOf } from '../../models/mcp.ts'
import { repoRoot } from '../../repo.ts'
import type { Stage, State } from '../stage.ts'

const STDIO = path.join(repoRoot, 'e2e/dist/mcp-stdio.js')
const local = (manner: string, more = {}) => ({ type: 'local', command: ['node', STDIO, manner], ...more })

const SNIPPET = `{
  "mcpServers": {
    "github": { "command": "docker", "args": ["run", "-i", "--rm", "acme/mcp"], "env": { "TOKEN": "\${GITHUB_TOKEN}" } },
    "figma": { "url": "https://mcp.example.com/mcp" }
  }
}`

/** Servers in every state, some of all projects, one of this one. */
async function plant({ world, engine }: Stage): Promise<() => Promise<void>> {
  const oauth = await startOauthMcp()
  const global = {
    notes: local('notes', { environment: { NOTES_TOKEN: '{env:NOTES_TOKEN}' } }),
    deploy: local('dies'),
    slow: local('hangs', { timeout: 1500 }),
    tracker: { type: 'remote', url: oauth.url },
    wiki: { type: 'remote', url: 'http://127.0.0.1:9/mcp', oauth: false, headers: { 'X-Key': 'wiki-key-1' } },
    design: { type: 'local', command: ['design-mcp', '--stdio'], enabled: false },
  }
  const files: [string, object][] = [
    [path.join(world.home, '.config/kilo/kilo.jsonc'), { mcp: global }],
    [path.join(world.project, '.kilo/kilo.jsonc'), { mcp: { shop: local('notes') } }],
  ]
  for (const [file, settings] of files) {
    await mkdir(path.dirname(file), { recursive: true })
    await writeFile(file, `${JSON.stringify(settings, null, 2)}\n`)
  }
  await engine.ask('/global/dispose', {})
  return () => oauth.close()
}

async function show(stage: Stage) {
  const close = await plant(stage)
  const mcp = mcpOf(stage.page)
  await mcp.open(stage.world.project)
  await expect(mcp.server('notes')).toContainText('Connected', { timeout: 45_000 })
  return { mcp, close }
}

export const mcpStates: State[] = [
  {
    name: 'mcp',
    async show(stage) {
      const { mcp, close } = await show(stage)
      await mcp.source('notes').click()
      await mcp.server('notes').getByText('1 prompt').click()
      await close()
    },
  },
  {
    name: 'mcp-end',
    async show(stage) {
      const { mcp, close } = await show(stage)
      await mcp.act('Disable', 'wiki').click()
      await mcp.server('wiki').scrollIntoViewIfNeeded()
      await close()
    },
  },
  {
    name: 'mcp-login',
    async show(stage) {
      const { mcp, close } = await show(stage)
      await mcp.act('Log in', 'tracker').click()
      await expect(mcp.panel('Log in to', 'tracker').getByRole('link')).toBeVisible()
      await mcp.panel('Log in to', 'tracker').scrollIntoViewIfNeeded()
      await close()
    },
  },
  {
    name: 'mcp-form',
    async show(stage) {
      const { mcp, close } = await show(stage)
      await mcp.add.click()
      await mcp.form.getByText('Paste its JSON').click()
      await mcp.form.getByLabel('JSON with mcpServers').fill(SNIPPET)
      await mcp.form.getByRole('button', { name: 'github' }).click()
      await close()
    },
  },
  {
    name: 'mcp-form-wrong',
    async show(stage) {
      const { mcp, close } = await show(stage)
      await mcp.add.click()
      await mcp.form.getByRole('radio', { name: 'At an address' }).check({ force: true })
      await mcp.form.getByRole('button', { name: 'Add header' }).click()
      await mcp.form.getByLabel('Name of header 1').fill('X Key')
      await mcp.form.getByLabel('Value of header 1').fill('{env:NO_SUCH_KEY}')
      await mcp.form.getByLabel('Timeout').fill('soon')
      await mcp.form.getByRole('radio', { name: 'All projects' }).check({ force: true })
      await mcp.form.getByRole('button', { name: 'Add server' }).click()
      await expect(mcp.form).toContainText('has no NO_SUCH_KEY')
      await close()
    },
  },
  {
    name: 'mcp-many',
    async show({ page, world, engine }) {
      const names = Array.from({ length: 100 }, (_, at) => `server-${at + 1}`)
      const mcp = Object.fromEntries(names.map((name) => [name, local('notes', { enabled: false })]))
      const file = path.join(world.home, '.config/kilo/kilo.jsonc')
      await mkdir(path.dirname(file), { recursive: true })
      await writeFile(file, JSON.stringify({ mcp }))
      await engine.ask('/global/dispose', {})
      await mcpOf(page).open(world.project)
      await expect(mcpOf(page).server('server-99')).toBeVisible()
      await page.getByRole('searchbox', { name: 'Search MCP servers' }).fill('7')
    },
  },
  {
    name: 'mcp-empty',
    async show(stage) {
      const files = ['.config/kilo/kilo.jsonc', 'fieldnotes/.kilo/kilo.jsonc']
      for (const file of files)
        await writeFile(path.join(stage.world.home, file), '{}\n').catch(() => undefined)
      await stage.engine.ask('/global/dispose', {})
      const mcp = mcpOf(stage.page)
      await mcp.open(stage.world.project)
      await expect(mcp.region).toContainText('No MCP servers yet')
    },
  },
]
