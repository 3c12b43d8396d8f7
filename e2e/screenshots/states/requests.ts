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
]
