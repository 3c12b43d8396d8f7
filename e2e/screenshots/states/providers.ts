import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect } from '@playwright/test'
import { providersOf } from '../../models/providers.ts'
import type { Stage, State } from '../stage.ts'

const GLOBAL = `{
  "disabled_providers": ["old-proxy"],
  "provider": {
    // The one in the cellar.
    "acme": {
      "name": "Acme Cellar",
      "options": { "baseURL": "http://127.0.0.1:8080/v1", "apiKey": "{env:ACME_API_KEY}" },
      "models": { "anvil-2": { "name": "Anvil 2", "limit": { "context": 128000, "output": 16000 } } }
    },
    "old-proxy": {
      "options": { "baseURL": "https://proxy.example.com/v1" },
      "models": { "gpt-4": { "name": "GPT-4" } }
    }
  }
}
`

/** What the engine has not read before its folders are set up anew. */
async function show({ page, world, engine }: Stage) {
  const file = path.join(world.home, '.config/kilo/kilo.jsonc')
  await mkdir(path.dirname(file), { recursive: true })
  await writeFile(file, GLOBAL)
  await engine.ask('/global/dispose', {})
  const providers = providersOf(page)
  await providers.open()
  await expect(providers.region.getByText('old-proxy')).toBeVisible()
  return providers
}

export const providerStates: State[] = [
  {
    name: 'providers',
    async show(stage) {
      const providers = await show(stage)
      await providers.toggle('Scripted')
      await expect(providers.models('scripted')).toHaveCount(2)
    },
  },
  {
    name: 'providers-not-connected',
    async show(stage) {
      const providers = await show(stage)
      await providers.toggle('Acme Cellar')
    },
  },
  {
    name: 'providers-compaction',
    async show(stage) {
      await show(stage)
      const section = stage.page.getByRole('region', { name: 'Compaction' })
      await expect(section).toContainText('Compacts')
      await section.scrollIntoViewIfNeeded()
    },
  },
  {
    name: 'providers-remove',
    async show(stage) {
      const providers = await show(stage)
      await providers.toggle('Acme Cellar')
      await providers.region.getByRole('button', { name: 'Remove', exact: true }).click()
    },
  },
  {
    name: 'providers-login',
    async show(stage) {
      const providers = await show(stage)
      await providers.logIn('gitlab')
    },
  },
  {
    name: 'providers-login-begun',
    async show(stage) {
      const providers = await show(stage)
      const view = await providers.logIn('xai')
      await view.getByRole('button', { name: 'Continue' }).click()
      await expect(view.getByRole('link', { name: 'Open the login page' })).toBeVisible()
    },
  },
  {
    name: 'providers-add',
    async show(stage) {
      const { page } = stage
      const providers = await show(stage)
      await providers.region.getByRole('button', { name: 'Add provider' }).click()
      await page.getByRole('dialog').getByLabel('Search').fill('anth')
      await expect(page.getByRole('option', { name: 'Anthropic', exact: true })).toBeVisible()
    },
  },
  {
    name: 'provider-form',
    async show(stage) {
      const { world, page } = stage
      const providers = await show(stage)
      const form = await providers.add('OpenAI-compatible server')
      await form.getByLabel('Provider ID').fill('acme-2')
      await form.getByLabel('Base URL').fill(`${world.model.url}/chat/completions`)
      await form.getByRole('textbox', { name: 'Variable' }).fill('SCRIPTED_API_KEY')
      await form.getByRole('button', { name: 'Fetch models' }).click()
      await expect(form.getByRole('checkbox', { name: 'story' })).toBeVisible()
      await page.getByRole('main').evaluate((main) => main.querySelector('section')?.scrollIntoView())
    },
  },
  {
    name: 'provider-form-wrong',
    async show(stage) {
      const providers = await show(stage)
      const form = await providers.add('OpenAI-compatible server')
      await form.getByLabel('Base URL').fill('ftp://x.example')
      await form.getByRole('button', { name: 'Add model' }).click()
      await form.getByRole('button', { name: 'Add provider' }).click()
      await expect(form.getByRole('alert')).toBeVisible()
    },
  },
  {
    name: 'provider-form-pooler',
    async show(stage) {
      const providers = await show(stage)
      const form = await providers.add('Codex Pooler, as for OpenCode')
      await form.getByRole('button', { name: /^GPT-5\.6 Luna/ }).click()
      await form.getByLabel('Request options').scrollIntoViewIfNeeded()
    },
  },
]
