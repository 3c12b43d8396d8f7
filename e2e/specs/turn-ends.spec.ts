/** Turns that end in nothing, and turns that were taken back. */
import { expect, test } from '../fixtures.ts'
import { rosterOf } from '../models/roster.ts'
import { sessionOf } from '../models/session.ts'
import { until, type EngineClient } from '../world/engine.ts'

test.use({ shared: true })

const networkWait = (engine: EngineClient) => async () =>
  (await engine.ask<{ id: string }[]>('/network'))[0]?.id

test('fault 65: a turn that ends in nothing says so, and no longer when the next one is fine', async ({
  consolePage: page,
  engine,
}) => {
  const session = sessionOf(page)
  const title = 'Ends in nothing'
  const { id } = await engine.ask<{ id: string }>('/session', { title })
  const promptAs = (text: string, model: object) =>
    engine.ask(`/session/${id}/prompt_async`, {
      parts: [{ type: 'text', text }],
      model,
      snapshotInitialization: 'wait',
    })
  await rosterOf(page).entry(title).click()

  await test.step('an empty answer', async () => {
    await session.ask('[script:empty]')
    await expect(session.conversation).toContainText('Kilo returned no answer')
    await expect(session.tryAgain).toBeVisible()
  })

  await test.step('a model that there is not: said once, without the stack, and after a reload', async () => {
    await promptAs('[script:text never]', { providerID: 'scripted', modelID: 'nope' })
    for (const again of [false, true]) {
      if (again) await page.reload()
      await expect(session.conversation.getByRole('alert')).toHaveCount(1)
      await expect(session.conversation.getByRole('alert')).toContainText('Model not found: scripted/nope.')
      await expect(session.conversation).not.toContainText('at <anonymous>')
      await expect(session.conversation).not.toContainText('stopped')
    }
    await expect(rosterOf(page).entry(title)).toHaveAccessibleDescription(/failed/)
  })

  await test.step('a Stop during a retry', async () => {
    await promptAs('[script:error 429]', { providerID: 'scripted', modelID: 'story' })
    await expect(session.conversation).toContainText('Trying again')
    await expect(session.conversation).not.toContainText('Model not found')
    await session.stop.click()
    await expect(session.conversation.getByRole('note').last()).toContainText('Stopped')
    await expect(session.tryAgain).toBeVisible()
  })

  await test.step('a provider that cannot be reached', async () => {
    await promptAs('[script:text far]', { providerID: 'gone', modelID: 'far' })
    await expect(session.conversation).toContainText('Waiting for the network')
    await expect(rosterOf(page).group('Needs you')).toContainText('Waiting for the network')
    const first = await until('the wait', networkWait(engine))
    await session.tryAgain.click()
    await until('another wait', async () => {
      const now = await networkWait(engine)()
      return now === undefined || now === first ? undefined : now
    })
    await session.conversation.getByRole('button', { name: 'Give up' }).click()
    await expect(session.conversation.getByRole('alert')).toBeVisible()
    await expect(session.conversation).not.toContainText('Waiting for the network')
    await expect(rosterOf(page).group('Needs you')).toBeHidden()
  })

  await test.step('the next turn is fine', async () => {
    await promptAs('[script:text All is well.]', { providerID: 'scripted', modelID: 'story' })
    await expect(session.fromKilo.last()).toContainText('All is well.')
    await expect(session.tryAgain).toBeHidden()
    await expect(rosterOf(page).entry(title)).not.toHaveAccessibleDescription(/failed/)
  })
})

test('fault 67: what was taken back stands apart, comes back, and goes for good with the next prompt', async ({
  consolePage: page,
  context,
  engine,
}) => {
  const session = sessionOf(page)
  const note = (text: string) => page.getByRole('status').filter({ hasText: text })
  const { id } = await engine.ask<{ id: string }>('/session', { title: 'Taken back' })
  await rosterOf(page).entry('Taken back').click()
  for (const file of ['a.txt', 'b.txt']) {
    await session.ask(`[script:write ${file} ${file}]`)
    await expect(session.fromKilo.last()).toContainText(`Wrote ${file}.`)
    await expect(session.stop).toBeHidden()
  }
  const messages = () => engine.ask<{ info: { id: string; role: string } }[]>(`/session/${id}/message`)
  const prompts = (await messages()).filter(({ info }) => info.role === 'user')
  const revert = () => engine.ask(`/session/${id}/revert`, { messageID: prompts[1]?.info.id })

  await revert()
  await expect(session.reverted).toContainText('3 messages reverted')
  await expect(session.reverted).toContainText('1 file rolled back.')
  await expect(session.fromYou).toHaveCount(1)
  await expect(session.conversation).not.toContainText('Wrote b.txt.')
  await expect(note('Sending deletes 3 reverted messages')).toBeVisible()
  for (const again of [false, true]) {
    if (again) await page.reload()
    await expect(session.changes).toContainText(/Reverted along with the messages.*b\.txt/s)
    await expect(session.changes).not.toContainText('a.txt')
  }

  const other = await context.newPage()
  await other.goto(page.url())
  await expect(sessionOf(other).reverted).toContainText('3 messages reverted')
  await sessionOf(other).reverted.getByRole('button', { name: 'Restore' }).click()
  for (const each of [other, page]) {
    await expect(sessionOf(each).reverted).toBeHidden()
    await expect(sessionOf(each).fromKilo.last()).toContainText('Wrote b.txt.')
  }

  await revert()
  await expect(session.reverted).toBeVisible()
  await session.ask('[script:text Instead of it.]')
  for (const each of [page, other]) {
    await expect(sessionOf(each).fromKilo.last()).toContainText('Instead of it.')
    await expect(sessionOf(each).reverted).toBeHidden()
    await expect(sessionOf(each).conversation).not.toContainText('Wrote b.txt.')
  }
  const left = (await messages()).map(({ info }) => info.id)
  expect(left).not.toContain(prompts[1]?.info.id)
  expect(left).toHaveLength(5)
})
