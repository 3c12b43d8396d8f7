import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect } from '@playwright/test'
import { configurationOf } from '../../models/configuration.ts'
import type { Stage, State } from '../stage.ts'

const GLOBAL = `{
  // For all projects.
  "share": "manual",
  "username": "ada",
  "compaction": { "threshold_percent": 80 },
  "mcp": { "files": { "type": "local", "command": ["npx", "files"], "environment": { "TOKEN": "x" }, "enabled": false } }
}
`
const PROJECT = '{\n  // Nothing of this project leaves it.\n  "share": "disabled",\n  "colour": "green"\n}\n'

/** Files that the engine has not read before its folder is set up anew. */
async function plant({ world, engine }: Stage): Promise<void> {
  const files: [string, string][] = [
    [path.join(world.home, '.config/kilo/kilo.jsonc'), GLOBAL],
    [path.join(world.project, '.kilo/kilo.jsonc'), PROJECT],
    [path.join(world.project, 'kilo.json'), '{ "snapshot": \n'],
  ]
  for (const [file, text] of files) {
    await mkdir(path.dirname(file), { recursive: true })
    await writeFile(file, text)
  }
  await engine.ask('/global/dispose', {})
}

async function show(stage: Stage) {
  const { page, world } = stage
  await plant(stage)
  const settings = configurationOf(page)
  await settings.open(world.project)
  await expect(settings.control('share')).toHaveValue('disabled')
  return settings
}

export const configurationStates: State[] = [
  {
    name: 'configuration',
    async show(stage) {
      const settings = await show(stage)
      await settings.source('share').click()
    },
  },
  {
    name: 'configuration-change',
    async show(stage) {
      const settings = await show(stage)
      await settings.search.fill('compaction')
      await settings.control('compaction.threshold_percent').fill('60')
      await expect(settings.panel('compaction.threshold_percent')).toBeVisible()
    },
  },
  {
    name: 'configuration-sources',
    async show(stage) {
      const settings = await show(stage)
      await settings.sources.scrollIntoViewIfNeeded()
    },
  },
  {
    name: 'configuration-file',
    async show(stage) {
      const settings = await show(stage)
      await settings.editFile('.kilo/kilo.jsonc').first().click()
      await settings.file('.kilo/kilo.jsonc').getByRole('textbox').click()
    },
  },
  {
    name: 'configuration-file-broken',
    async show(stage) {
      const settings = await show(stage)
      await settings.editFile('kilo.json').first().click()
      await expect(settings.file('kilo.json').getByRole('note')).toBeVisible()
    },
  },
]
