import { expect } from '@playwright/test'
import { rosterOf } from '../../models/roster.ts'
import { sessionOf } from '../../models/session.ts'
import { solidPng } from '../../solid-png.ts'
import type { Stage, State } from '../stage.ts'

async function newSession({ page }: Stage) {
  await rosterOf(page).newSession.click()
  await expect(page).toHaveURL(/\/sessions\//)
  const session = sessionOf(page)
  await expect(session.prompt).toBeFocused()
  return session
}

export const composerStates: State[] = [
  {
    name: 'new-session',
    async show(stage) {
      const session = await newSession(stage)
      await expect(session.model).toBeVisible()
    },
  },
  {
    name: 'mention',
    async show(stage) {
      const session = await newSession(stage)
      await stage.page.keyboard.type('see @src')
      await expect(session.suggestions.getByRole('option').first()).toBeVisible()
    },
  },
  {
    name: 'slash',
    async show(stage) {
      const session = await newSession(stage)
      await stage.page.keyboard.type('/')
      await expect(session.suggestions.getByRole('option').first()).toBeVisible()
    },
  },
  {
    name: 'attachments',
    async show(stage) {
      const session = await newSession(stage)
      await session.attach(
        { name: 'wide.png', mimeType: 'image/png', buffer: solidPng(2600, 400) },
        { name: 'notes.md', mimeType: 'text/markdown', buffer: Buffer.from('# Notes\n') },
        { name: 'all.zip', mimeType: 'application/zip', buffer: Buffer.from([0x50, 0x4b, 3, 4, 0, 0]) },
      )
      await expect(session.attachments.getByRole('listitem')).toHaveCount(2)
      await session.prompt.fill('What is in the picture, and in the notes?')
    },
  },
  {
    name: 'model-picker',
    async show(stage) {
      const session = await newSession(stage)
      await session.model.click()
      await expect(stage.page.getByRole('dialog').getByRole('option').first()).toBeVisible()
    },
  },
  {
    name: 'queue',
    async show(stage) {
      const session = await newSession(stage)
      await session.ask('[script:gated One two three]')
      await session.ask('Then add a test for it')
      await session.ask('And write it down in the README')
      await expect(session.queue.getByRole('listitem')).toHaveCount(2)
    },
  },
  {
    name: 'refused',
    async show(stage) {
      const session = await newSession(stage)
      const zips = Array.from({ length: 7 }, (_, n) => ({
        name: `${n}.zip`,
        mimeType: 'application/zip',
        buffer: Buffer.from([0x50, 0x4b, 3, 4, 0, n]),
      }))
      await session.attach(...zips)
      await expect(stage.page.getByText('4 more files')).toBeVisible()
    },
  },
  {
    name: 'shell-attached',
    async show(stage) {
      const session = await newSession(stage)
      await session.attach({ name: 'notes.md', mimeType: 'text/markdown', buffer: Buffer.from('# Notes\n') })
      await expect(session.attachments.getByRole('listitem')).toHaveCount(1)
      await session.prompt.fill('!npm test')
      await stage.page.keyboard.press('Enter')
      await expect(stage.page.getByRole('note').filter({ hasText: 'no attachments' })).toBeVisible()
    },
  },
  {
    name: 'lost-prompt',
    async show(stage) {
      const { page } = stage
      const session = await newSession(stage)
      await page.route('**/prompt_async*', (route) => route.fulfill({ json: true }), { times: 1 })
      await session.ask('Mend the flaky test in @src/auth.js, and say what it was')
      await expect(page.getByRole('button', { name: 'Send again' })).toBeVisible({ timeout: 20_000 })
    },
  },
]
