/** Everything that waits for a person, over all sessions, answered in one place. */
import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from '../fixtures.ts'
import { sessionOf } from '../models/session.ts'
import { rosterOf } from '../models/roster.ts'
import { until, type EngineClient } from '../world/engine.ts'

test.use({ shared: true })

async function begin(engine: EngineClient, title: string, text: string, agent = 'code'): Promise<void> {
  const permission = [{ permission: 'edit', pattern: '*', action: 'ask' }]
  const { id } = await engine.ask<{ id: string }>('/session', { title, permission })
  // Snapshots are nothing to this test, and on a busy machine the engine asks whether to go without.
  await engine.ask(`/session/${id}/prompt_async`, {
    parts: [{ type: 'text', text }],
    agent,
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

test('a plan is shown as it was written and its new session followed, a suggestion says what it would do', async ({
  consolePage: page,
  engine,
}) => {
  const session = sessionOf(page)
  const question = page.getByRole('region', { name: 'Question' })
  await begin(
    engine,
    'Plans',
    '[script:write .kilo/plans/1-do.md # Do it]\n[script:tool plan_exit {}]',
    'plan',
  )
  await begin(engine, 'Suggests', '[script:suggest Shall I review it?: Review | Later]')
  await until('what is asked', async () => {
    const [questions, suggestions] = [
      await engine.ask<unknown[]>('/question'),
      await engine.ask<unknown[]>('/suggestion'),
    ]
    return questions.length === 1 && suggestions.length === 1 ? true : undefined
  })

  await test.step('a plan, in the tray', async () => {
    await page.locator('body').press('g')
    await page.locator('body').press('d')
    const card = page.getByRole('region', { name: 'Decisions' }).getByRole('article', { name: 'Plans' })
    await expect(card).toContainText('Kilo has a plan')
    await expect(card.getByRole('group', { name: 'Plan' }).getByRole('heading')).toHaveText('Do it')
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
    await page.keyboard.press('Escape')
  })

  await test.step('a suggestion is found again by a page that comes', async () => {
    await page.reload()
    await rosterOf(page).entry('Suggests').click()
    await expect(question).toContainText('Kilo suggests')
    await expect(session.conversation.getByRole('img', { name: 'waiting for you' })).toBeVisible()
    await expect(session.conversation).not.toContainText('Interrupted')
    await expect(session.resume).toBeHidden()
    await expect(question.getByRole('radio', { name: 'Review' }).locator('..')).toContainText(
      'Please review.',
    )
    await question.getByRole('radio', { name: 'Review' }).focus()
    await page.keyboard.press('1')
    await question.getByRole('button', { name: 'Accept' }).click()
    await expect(session.fromKilo.last()).toContainText('That was suggested.')
    expect(await engine.ask('/suggestion')).toEqual([])
  })

  await test.step('its new session is followed', async () => {
    await rosterOf(page).entry('Plans').click()
    await expect(question.getByRole('group', { name: 'Plan' }).getByRole('heading')).toHaveText('Do it')
    const before = page.url()
    await question.getByRole('radio').first().focus()
    await page.keyboard.press('1')
    await question.getByRole('button', { name: 'Answer' }).click()
    await expect(page).not.toHaveURL(before)
    await expect(session.fromYou.first()).toContainText('Plan file: .kilo/plans/1-do.md')
  })
})
