import { expect, test } from '../fixtures.ts'
import { rosterOf } from '../models/roster.ts'
import { sessionOf } from '../models/session.ts'
import { isFinished } from '../world/seed.ts'
import { until } from '../world/engine.ts'

test.use({ shared: true })

test('sessions without a title go by their first prompt, and what was finished unseen stays marked', async ({
  consolePage: page,
  engine,
  world,
  context,
}) => {
  const roster = rosterOf(page)
  const finished = async (id: string) => until('the end of the turn', () => isFinished(engine, id))

  await test.step('each goes by the first line of its first prompt', async () => {
    const first = await engine.prompt('[script:text One.]\nAnd more of it.')
    await finished(first)
    const { id } = await engine.ask<{ id: string }>('/session', {})
    await expect(roster.entry('[script:text One.]')).toBeVisible()
    await expect(roster.entry(/^New session \d\d:\d\d:\d\d$/)).toHaveCount(1)
    await engine.ask(`/session/${id}/prompt_async`, {
      parts: [{ type: 'text', text: '[script:text Two.]' }],
      snapshotInitialization: 'wait',
    })
    await expect(roster.entry('[script:text Two.]')).toBeVisible()
    await expect(roster.entry(/^New session/)).toHaveCount(0)
    await page.reload()
    await expect(roster.entry('[script:text One.]')).toBeVisible()
    await expect(roster.entry('[script:text Two.]')).toBeVisible()
    await roster.entry('[script:text One.]').click()
    await expect(page.getByRole('heading', { name: '[script:text One.]' })).toBeVisible()
    await page.goto(new URL('/', page.url()).href)
    await finished(id)
  })

  const watched = roster.entry('[script:gated slow and steady]')
  const open = () => world.model.release('step')

  await test.step('a turn that ends beside the page is marked, and still is after a reload', async () => {
    const id = await engine.prompt('[script:gated slow and steady]')
    await expect(watched).toHaveAccessibleDescription(/working/)
    open()
    open()
    await finished(id)
    await expect(watched).toHaveAccessibleDescription(/done/)
    await page.reload()
    await expect(watched).toHaveAccessibleDescription(/done/)
  })

  await test.step('a window that looks at it takes the mark off in all', async () => {
    const other = await context.newPage()
    await other.goto(page.url())
    await expect(rosterOf(other).entry('[script:gated slow and steady]')).toHaveAccessibleDescription(/done/)
    await rosterOf(other).entry('[script:gated slow and steady]').click()
    await expect(sessionOf(other).conversation).toContainText('steady')
    await expect(watched).not.toHaveAccessibleDescription(/done/)
    await other.close()
  })

  await test.step('a turn that ends while no page is open is marked when one is', async () => {
    const id = await engine.prompt('[script:gated left alone]')
    const alone = roster.entry('[script:gated left alone]')
    await expect(alone).toHaveAccessibleDescription(/working/)
    const address = page.url()
    await page.goto('about:blank')
    open()
    await finished(id)
    await page.goto(address)
    await expect(alone).toHaveAccessibleDescription(/done/)
  })
})
