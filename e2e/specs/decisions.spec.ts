/** Everything that waits for a person, over all sessions, answered in one place. */
import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from '../fixtures.ts'
import { sessionOf } from '../models/session.ts'
import { rosterOf } from '../models/roster.ts'
import { until, type EngineClient } from '../world/engine.ts'

test.use({ shared: true })

async function begin(engine: EngineClient, title: string, text: string): Promise<void> {
  const permission = [{ permission: 'edit', pattern: '*', action: 'ask' }]
  const { id } = await engine.ask<{ id: string }>('/session', { title, permission })
  // Snapshots are nothing to this test, and on a busy machine the engine asks whether to go without.
  await engine.ask(`/session/${id}/prompt_async`, {
    parts: [{ type: 'text', text }],
    snapshotInitialization: 'wait',
  })
}

test('every request stands in the tray, whole, and is answered there', async ({
  consolePage: page,
  engine,
  world,
}) => {
  await begin(
    engine,
    'Writes',
    '[script:write a.txt one]\n[script:write b.txt two]\n[script:gated slow answer]',
  )
  await begin(engine, 'Asks', '[script:question Which colour?: Red | Blue]')
  await begin(engine, 'Runs', '[script:bash echo hello]')
  await until('what is asked', async () => {
    const [permissions, questions] = [
      await engine.ask<unknown[]>('/permission'),
      await engine.ask<unknown[]>('/question'),
    ]
    return permissions.length === 2 && questions.length === 1 ? true : undefined
  })
  const tray = page.getByRole('region', { name: 'Decisions' })
  const of = (title: string) => tray.getByRole('article', { name: title })

  await page.locator('body').press('g')
  await page.locator('body').press('d')
  await expect(tray.getByRole('article')).toHaveCount(3)
  await expect(of('Runs').getByRole('listitem')).toHaveText(['echo hello'])
  await expect(of('Writes')).toContainText('a.txt')
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])

  await test.step('a question, by its number', async () => {
    await of('Asks').getByRole('radio').first().focus()
    await page.keyboard.press('2')
    await expect(of('Asks').getByRole('radio', { name: 'Blue' })).toBeChecked()
    await of('Asks').getByRole('button', { name: 'Answer' }).click()
    await expect(of('Asks')).toBeHidden()
  })

  await test.step('a command', async () => {
    await of('Runs').getByRole('button', { name: 'Allow once' }).click()
    await expect(of('Runs')).toBeHidden()
  })

  await test.step('edits until it is done: both are written, and the badge takes it back', async () => {
    await of('Writes').getByRole('button', { name: 'Allow edits here until it is done' }).click()
    await expect(tray).toContainText('Nothing waits')
    await page.keyboard.press('Escape')
    await expect(tray).toBeHidden()
    await rosterOf(page).entry('Writes').click()
    const badge = page.getByRole('button', { name: 'Allowed: edits' })
    await expect(badge).toBeVisible()
    await expect(sessionOf(page).fromKilo.last()).toContainText('slow')
    await badge.click()
    await expect(badge).toBeHidden()
    world.model.release('step')
    await expect(sessionOf(page).fromKilo.last()).toContainText('slow answer')
    expect(await engine.ask('/permission')).toEqual([])
  })
})
