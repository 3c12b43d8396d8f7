/** What the engine does for a folder beside talking: each is turned on and off by its file, and the page tells how it goes. */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expectAccessible } from '../accessible.ts'
import { expect, test } from '../fixtures.ts'
import { enginePageOf } from '../models/engine-page.ts'
import { paletteOf } from '../models/palette.ts'
import { startIndexServices } from '../world/index-services.ts'

const DAY = 86_400_000

test.beforeEach(({ world }) => {
  const { snapshot, ...others } = JSON.parse(world.env['KILO_CONFIG_CONTENT'] ?? '{}') as {
    snapshot?: boolean
  }
  expect(snapshot).toBe(false)
  world.env['KILO_CONFIG_CONTENT'] = JSON.stringify(others)
})

test('an index, snapshots, language servers, formatters and old sessions', async ({
  consolePage: page,
  engine,
  world,
}) => {
  const settings = enginePageOf(page)
  const file = path.join(world.project, '.kilo/kilo.jsonc')
  await mkdir(path.dirname(file), { recursive: true })
  await writeFile(file, '{\n  // Ours.\n  "username": "me"\n}\n')
  const services = await startIndexServices()
  try {
    await test.step('from the palette; nothing is on, and nothing was sent', async () => {
      const palette = paletteOf(page)
      await palette.open()
      await expect(palette.dialog).toBeVisible()
      await page.keyboard.type('Engine settings')
      await page.keyboard.press('Enter')
      await expect(settings.indexing).toContainText('Choose a folder')
      await expect(settings.retention).toContainText('Kept for 30 days')
      await settings.open(world.project)
      await expect(settings.indexing).toContainText('Nothing is sent for an index')
      await expect(settings.formatters).toContainText('default')
    })

    await test.step('an index is built after somebody has agreed, and its progress is seen', async () => {
      await settings.press('Set up…')
      const { dialog } = settings
      await dialog.getByRole('combobox', { name: 'Embedding provider' }).selectOption('OpenAI-compatible')
      await settings.field('Address of the provider').fill(services.embeddings)
      await settings.field('Model').fill('numbers')
      await settings.field('Dimensions').fill('8')
      await dialog.getByRole('combobox', { name: 'Vector store' }).selectOption('Qdrant')
      await settings.field('Address of Qdrant').fill(services.qdrant)
      await expect(dialog).toContainText(`are sent, in pieces, to OpenAI-compatible at 127.0.0.1`)
      await expect(dialog.getByRole('button', { name: 'Turn on indexing' })).toBeDisabled()
      await expectAccessible(page, 'the form of an index')
      await dialog.getByRole('checkbox').check()
      expect(services.sent).toEqual([])
      const release = services.hold()
      await settings.finish('Turn on indexing')
      await expect(settings.indexing.getByRole('progressbar')).toBeVisible({ timeout: 30_000 })
      release()
      await expect(settings.indexing).toContainText('Up to date', { timeout: 30_000 })
      expect(services.sent.length).toBeGreaterThan(1)
      expect(await readFile(file, 'utf8')).toContain('// Ours.')
    })

    await test.step('snapshots are prepared, language servers and formatters listed', async () => {
      await settings.press('Turn on: Language servers')
      await settings.finish('Turn on')
      await expect(settings.servers).toContainText('None has begun here yet')
      await settings.press('Turn on: Formatters')
      await settings.finish('Turn on')
      await expect(settings.formatters).toContainText('prettier')
      await expect(settings.formatters).toContainText('.kilo/kilo.jsonc, line')
      await expectAccessible(page, 'the settings of the engine')
      await settings.press('Prepare now')
      await expect(settings.snapshots).toContainText('Prepared in')
      await settings.press('Turn off: Snapshots')
      await settings.finish('Turn off')
      await expect(settings.snapshots).toContainText('.kilo/kilo.jsonc, line')
      await settings.press('Turn off: Indexing')
      await settings.finish('Turn off')
      await expect(settings.indexing).toContainText('Nothing is sent for an index')
      expect(await readFile(file, 'utf8')).toContain('"enabled": false')
    })

    await test.step('old sessions are named before they go', async () => {
      const { id, projectID } = await engine.ask<{ id: string; projectID: string }>('/session', {})
      const then = Date.now() - 100 * DAY
      await engine.ask('/kilocode/session-import/session', {
        id: 'ses_old',
        projectID,
        slug: 'old',
        directory: world.project,
        title: 'Of long ago',
        version: '1',
        timeCreated: then,
        timeUpdated: then,
      })
      await settings.open()
      await settings.press('Turn on: Retention')
      await settings.finish('Turn on')
      await settings.press('Change days…')
      await settings.field('Days since').fill('60')
      await settings.finish('Save')
      await expect(settings.retention).toContainText('Kept for 60 days')
      await settings.press('Delete old sessions…')
      await expect(settings.dialog).toContainText('1 session with all that was said')
      await expect(settings.dialog).toContainText('Of long ago')
      await settings.finish('Delete for good')
      await expect(settings.retention).toContainText(/1 of \d+ sessions deleted/)
      const left = await engine.ask<{ id: string }[]>('/experimental/session?archived=true')
      expect(left.map((session) => session.id)).toEqual([id])
    })
  } finally {
    await services.close()
  }
})
