import { expect, type Page } from '@playwright/test'
import { modelsOf } from '../../models/models.ts'
import type { State } from '../stage.ts'

const NAMES = ['Larch', 'Alder mini', 'Quartz 4 Turbo', 'Basalt', 'Fern', 'Granite Coder with a longer name']
const AGENTS = [
  { name: 'code', mode: 'primary' },
  { name: 'plan', mode: 'primary' },
]

/** So many models of a few providers, as the host tells them. */
function made(count: number) {
  const model = (index: number) => ({
    id: `${NAMES[index % NAMES.length]?.toLowerCase().replaceAll(' ', '-')}-${index}`,
    name: `${NAMES[index % NAMES.length]} ${index}`,
    limit: { context: 32_000 * (1 + (index % 9)), input: 30_000, output: 8000 * (1 + (index % 4)) },
    cost: {
      input: index % 5 === 0 ? 0 : 0.25 * (1 + (index % 12)),
      output: index % 5 === 0 ? 0 : 2 * (1 + (index % 7)),
      cache: { read: 0.03, write: 0.5 },
    },
    capabilities: {
      reasoning: index % 3 === 0,
      toolcall: index % 7 !== 0,
      input: { image: index % 2 === 0, pdf: index % 4 === 0, audio: false, video: false },
      output: { image: false, pdf: false, audio: false, video: false },
    },
    variants: index % 3 === 0 ? ['low', 'medium', 'high'] : [],
  })
  const providers = ['Acme', 'Northern Lights', 'Scripted'].map((name, at) => {
    const all = Array.from({ length: Math.ceil(count / 3) }, (_, index) => model(index * 3 + at))
    return {
      id: name.toLowerCase().replaceAll(' ', '-'),
      name,
      models: Object.fromEntries(all.map((one) => [one.id, one])),
    }
  })
  return { providers: { providers, default: {} }, agents: AGENTS, config: {} }
}

async function answer(page: Page, json: unknown, status = 200): Promise<void> {
  const route = '**/api/servers/*/choices*'
  await page.unroute(route)
  await page.route(route, (asked) => asked.fulfill({ status, json }))
}

const gone = {
  code: 'server-unreachable',
  message: 'The choices could not be read: the engine gave no answer.',
}

export const modelStates: State[] = [
  {
    name: 'models',
    async show({ page }) {
      await answer(page, made(400))
      const models = modelsOf(page)
      await models.open()
      await models
        .row('Larch 0')
        .getByRole('button', { name: /^Larch 0/ })
        .click()
    },
  },
  {
    name: 'models-compare',
    async show({ page }) {
      await answer(page, made(400))
      const models = modelsOf(page)
      await models.open()
      for (const name of ['Larch 0', 'Basalt 3', 'Larch 6']) await models.compare(name).check()
      await page.getByRole('button', { name: 'Compare 3 of 4' }).click()
      await expect(page.getByRole('dialog')).toBeVisible()
    },
  },
  {
    name: 'models-default',
    async show({ page }) {
      await answer(page, made(40))
      const models = modelsOf(page)
      await models.open()
      await models.act('Larch 0', 'Set as default model…')
      await expect(page.getByRole('dialog')).toBeVisible()
    },
  },
  {
    name: 'models-failed',
    async show({ page }) {
      await answer(page, { error: gone }, 502)
      await modelsOf(page).open(false)
      await expect(page.getByRole('alert')).toBeVisible()
    },
  },
  {
    name: 'models-real',
    async show({ page }) {
      await page.unroute('**/api/servers/*/choices*')
      await modelsOf(page).open()
    },
  },
]
