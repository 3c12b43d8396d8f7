import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect } from '@playwright/test'
import { enginePageOf } from '../../models/engine-page.ts'
import type { Stage, State } from '../stage.ts'

/** Nobody listens where its index is to be kept. */
const SETTINGS = `{
  "indexing": { "enabled": true, "provider": "ollama", "vectorStore": "qdrant", "ollama": { "baseUrl": "http://127.0.0.1:9" },
    "qdrant": { "url": "http://127.0.0.1:9" } },
  "formatter": true
}
`

async function open({ world, engine, page }: Stage): Promise<ReturnType<typeof enginePageOf>> {
  const file = path.join(world.project, '.kilo/kilo.jsonc')
  await mkdir(path.dirname(file), { recursive: true })
  await writeFile(file, SETTINGS)
  await engine.ask('/instance/dispose', {})
  const settings = enginePageOf(page)
  await settings.open(world.project)
  return settings
}

/** Behind those of the configuration: they write over its files. */
export const engineStates: State[] = [
  {
    name: 'engine',
    async show(stage) {
      const settings = await open(stage)
      await expect(settings.indexing).toContainText('Failed', { timeout: 30_000 })
      await expect(settings.formatters).toContainText('prettier')
    },
  },
  {
    name: 'engine-index',
    async show(stage) {
      const settings = await open(stage)
      await settings.press('Set up…')
      await expect(settings.dialog).toBeVisible()
    },
  },
  {
    name: 'engine-global',
    async show({ page }) {
      const settings = enginePageOf(page)
      await settings.open()
      await expect(settings.retention).toContainText('Kept for')
    },
  },
]
