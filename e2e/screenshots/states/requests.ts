import { expect } from '@playwright/test'
import { sessionOf } from '../../models/session.ts'
import type { Stage, State } from '../stage.ts'

async function showPermission({ page, seeded, session: open }: Stage): Promise<void> {
  const session = sessionOf(page)
  await open(seeded.permission)
  await expect(session.permission.region).toBeVisible()
  // The markdown renderer comes when it is first needed.
  await expect(session.conversation.locator('code').first()).toBeVisible()
}

/** A session that asks in the end, by its question. */
const asked = (name: string, text: string, agent: string, shown: string): State => ({
  name,
  async show({ page, engine, session }) {
    const { id } = await engine.ask<{ id: string }>('/session', { title: `Picture of ${name}` })
    const parts = [{ type: 'text', text }]
    await engine.ask(`/session/${id}/prompt_async`, { parts, agent, snapshotInitialization: 'wait' })
    await session(id)
    await expect(sessionOf(page).question.region).toContainText(shown)
  },
})

export const requestStates: State[] = [
  {
    name: 'session',
    readme: 'desk',
    async show(stage) {
      const { changes } = sessionOf(stage.page)
      await showPermission(stage)
      await changes.getByRole('button', { name: /auth\.js/ }).click()
      await expect(changes).toContainText('encodeURIComponent')
    },
  },
  { name: 'phone', readme: 'phone', show: showPermission },
  {
    name: 'question',
    readme: 'desk',
    async show({ page, seeded, session }) {
      await session(seeded.question)
      await expect(sessionOf(page).question.region).toBeVisible()
    },
  },
  {
    name: 'decisions',
    async show({ page }) {
      await page.locator('body').press('g')
      await page.locator('body').press('d')
      await expect(page.getByRole('region', { name: 'Decisions' }).getByRole('article')).toHaveCount(2)
    },
  },
  asked(
    'plan',
    '[script:write .kilo/plans/1-do.md # Do it]\n[script:tool plan_exit {}]',
    'plan',
    'Kilo has a plan',
  ),
  asked('suggestion', '[script:suggest Shall I review it?: Review | Later]', 'code', 'Kilo suggests'),
]
