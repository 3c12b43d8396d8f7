import { expect } from '@playwright/test'
import { sessionOf } from '../../models/session.ts'
import type { Stage, State } from '../stage.ts'

const HOUR_MS = 3_600_000

/** So many sessions as the host tells them, one every five hours; a few days and projects took more than others. */
function madeRows(count: number) {
  const ago = (index: number) => Date.now() - index * 5 * HOUR_MS
  return Array.from({ length: count }, (_, index) => ({
    id: `ses_made${index}`,
    title: ['Make the search fast', 'Fix the login redirect', 'Add a dark theme'][index % 3],
    project: { id: `p${index % 7}`, folder: `/home/you/project-${index % 7}` },
    model: { providerID: 'acme', modelID: `model-${index % 4}` },
    created: ago(index),
    updated: ago(index),
    cost: 0.02 * (1 + ((index * 7) % 11)) * (index % 7 === 0 ? 9 : 1),
    tokens: {
      input: 9000 + 700 * (index % 13),
      output: 1200,
      reasoning: 300,
      cacheRead: 40_000,
      cacheWrite: 0,
    },
  }))
}

/** The page of usage with what the host answers there. */
const usage = (name: string, answer: { status?: number; json: unknown }, text: string | RegExp): State => ({
  name,
  async show({ page, at }) {
    const route = '**/api/servers/*/usage*'
    await page.unroute(route)
    await page.route(route, (asked) => asked.fulfill(answer))
    await at('/usage')
    await expect(page.getByRole('region', { name: 'Usage' })).toContainText(text)
  },
})

const gone = {
  code: 'server-unreachable',
  message: 'The sessions could not be read: the engine gave no answer.',
}

/** One cent a session: whatever has been said is more. */
async function setBudget({ page, at }: Stage): Promise<void> {
  await at('/settings')
  const budget = page.getByRole('region', { name: 'Budget' })
  for (const name of ['A day', 'A session']) {
    await budget.getByRole('textbox', { name }).fill('0.01')
    await budget.getByRole('textbox', { name }).press('Tab')
  }
  await budget.getByRole('checkbox', { name: 'Stop what runs' }).check()
  await expect(budget).toContainText(/Today \$.* of \$0\.01/)
}

export const usageStates: State[] = [
  usage('usage', { json: { rows: madeRows(400), next: null } }, 'sessions'),
  usage('usage-empty', { json: { rows: [], next: null } }, 'No sessions started in this period'),
  usage('usage-failed', { status: 502, json: { error: gone } }, 'could not be read'),
]

/** Behind all others: with them no prompt is sent unasked. */
export const budgetStates: State[] = [
  { name: 'budget', show: setBudget },
  {
    name: 'budget-used-up',
    async show(stage) {
      await setBudget(stage)
      await stage.session(stage.seeded.finished)
      const session = sessionOf(stage.page)
      await expect(session.fromKilo.last()).toBeVisible()
      await expect(stage.page.getByRole('main')).toContainText('Budget used up')
      await session.prompt.fill('And a light one')
      await session.send.click()
      await expect(stage.page.getByRole('button', { name: 'Send anyway' })).toBeVisible()
    },
  },
]
