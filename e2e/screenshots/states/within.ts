import { expect, type Page } from '@playwright/test'
import { rosterOf } from '../../models/roster.ts'
import { sessionOf } from '../../models/session.ts'
import type { Stage, State } from '../stage.ts'

async function showFinished({ page, seeded, session }: Stage): Promise<void> {
  await session(seeded.finished)
  await expect(sessionOf(page).fromKilo.last()).toBeVisible()
}

const region = (page: Page, name: string) => page.getByRole('region', { name })

/** What helps to find one's way in a session, and to look into one. */
export const withinStates: State[] = [
  {
    name: 'peek',
    async show({ page }) {
      await rosterOf(page).entry('Fix the login redirect').focus()
      await page.keyboard.press('Space')
      await expect(page.getByRole('dialog', { name: 'Fix the login redirect' })).toBeFocused()
    },
  },
  {
    name: 'find',
    async show(stage) {
      await showFinished(stage)
      await sessionOf(stage.page).prompt.click()
      await stage.page.keyboard.press('Control+f')
      await stage.page.getByRole('searchbox', { name: 'Find in session' }).fill('theme')
      await expect(stage.page.getByRole('search').locator('[aria-live]')).toContainText(/of \d/)
    },
  },
  {
    name: 'outline',
    async show(stage) {
      await showFinished(stage)
      await stage.page.locator('body').press('g')
      await stage.page.locator('body').press('p')
      await expect(
        stage.page.getByRole('dialog', { name: 'Prompts' }).getByRole('option').first(),
      ).toBeVisible()
    },
  },
  {
    name: 'context-fill',
    async show(stage) {
      await showFinished(stage)
      const context = region(stage.page, 'Context')
      await context.getByRole('button').first().click()
      await expect(context).toContainText('System and tools')
      await context.scrollIntoViewIfNeeded()
    },
  },
  {
    name: 'worktrees',
    async show({ page, engine, at }) {
      const { id } = await engine.ask<{ id: string }>('/project/current')
      await engine.ask('/experimental/worktree', {})
      await at(`/servers/daemon/projects/${id}`)
      await expect(region(page, 'Worktrees').getByRole('listitem').nth(1)).toBeVisible()
      await region(page, 'Worktrees').scrollIntoViewIfNeeded()
    },
  },
  {
    name: 'worktree-removal',
    async show({ page, engine, at }) {
      const { id } = await engine.ask<{ id: string }>('/project/current')
      await engine.ask('/experimental/worktree', {})
      await at(`/servers/daemon/projects/${id}`)
      await region(page, 'Worktrees')
        .getByRole('button', { name: /^Actions of opencode/ })
        .first()
        .click()
      await page.getByRole('menuitem', { name: /^Remove/ }).click()
      await expect(page.getByRole('dialog')).toContainText(/lost/i)
      await expect(page.getByRole('dialog')).not.toContainText('Checking')
    },
  },
]
