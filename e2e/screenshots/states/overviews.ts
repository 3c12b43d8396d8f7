import { expect } from '@playwright/test'
import { rosterOf } from '../../models/roster.ts'
import { terminalOf } from '../../models/terminal.ts'
import type { State } from '../stage.ts'

export const overviewStates: State[] = [
  {
    name: 'roster',
    readme: 'desk',
    async show({ page }) {
      await expect(rosterOf(page).group('Needs you').getByRole('link')).toHaveCount(2)
    },
  },
  {
    name: 'project',
    async show({ page, engine, at }) {
      const { id } = await engine.ask<{ id: string }>('/project/current')
      await at(`/servers/daemon/projects/${id}`)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await expect(page.getByRole('main')).toContainText('Add a dark theme')
    },
  },
  {
    name: 'settings',
    async show({ page, at }) {
      await at('/settings')
      await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible()
    },
  },
  {
    name: 'archive-empty',
    async show({ page, at }) {
      await at('/archive')
      await expect(page.getByRole('region', { name: 'Archive' })).toContainText('Nothing is archived')
    },
  },
  {
    name: 'missing',
    async show({ page, at }) {
      await at('/nowhere')
      await expect(page.getByRole('main')).toContainText('Page not found')
    },
  },
  {
    name: 'terminal',
    readme: 'desk',
    async show({ page, world, at }) {
      const terminal = terminalOf(page)
      await rosterOf(page).newTerminal.click()
      await expect(terminal.region).toBeVisible()
      await at(`${page.url()}?screenReader=1`)
      await terminal.type(
        `cd ${world.project} && PS1='fieldnotes $ ' && clear && git log --oneline && npm test`,
      )
      await expect(terminal.region).toContainText('fail 0')
    },
  },
]
