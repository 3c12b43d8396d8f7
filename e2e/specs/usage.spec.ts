/** What sessions take: the usage page. */
import { expectAccessible } from '../accessible.ts'
import { expect, test } from '../fixtures.ts'
import { sessionOf } from '../models/session.ts'
import { until, type EngineClient } from '../world/engine.ts'
import { isFinished } from '../world/seed.ts'

test.use({ shared: true })

const DAY = 86_400_000

/** So many sessions as the host tells them, one an hour. */
function madeRows(count: number) {
  const tokens = { input: 1000, output: 200, reasoning: 0, cacheRead: 500, cacheWrite: 0 }
  return Array.from({ length: count }, (_, index) => ({
    id: `ses_made${index}`,
    title: `Made ${index}`,
    project: { id: `p${index % 9}`, folder: `/w/project-${index % 9}` },
    model: { providerID: 'acme', modelID: `model-${index % 4}` },
    created: Date.now() - (index * DAY) / 24,
    updated: Date.now() - (index * DAY) / 24,
    cost: 0.01,
    tokens,
  }))
}

async function ask(engine: EngineClient, title: string, text: string): Promise<void> {
  const { id } = await engine.ask<{ id: string }>('/session', { title })
  // On a busy machine the engine asks whether to go without snapshots.
  await engine.ask(`/session/${id}/prompt_async`, {
    parts: [{ type: 'text', text }],
    snapshotInitialization: 'wait',
  })
  await until(`the answer to ${title}`, () => isFinished(engine, id))
}

test('what sessions took is added up, session by session, and every way it can fail is said', async ({
  consolePage: page,
  engine,
  problems,
}) => {
  const usage = page.getByRole('region', { name: 'Usage' })
  const of = (name: string) => usage.getByRole('table', { name })
  await ask(engine, 'Explain the project', 'What does this project do?')
  await ask(engine, 'Write a note', '[script:write note.txt one]')

  await test.step('by keys, with totals, days, projects and models', async () => {
    // Of a sequence the second key comes soon.
    await expect(async () => {
      await page.keyboard.press('g')
      await page.keyboard.press('u')
      await expect(page).toHaveURL(/\/usage$/, { timeout: 2000 })
    }).toPass()
    await expect(usage.getByRole('heading', { name: '2 sessions' })).toBeVisible()
    const spent = await engine.ask<{ cost: number }[]>('/session')
    const cost = spent.reduce((sum, session) => sum + session.cost, 0)
    expect(cost).toBeGreaterThan(0)
    await expect(usage.getByRole('definition').first()).toHaveText(`$${cost.toFixed(cost < 0.01 ? 4 : 2)}`)
    await expect(of('Cost by day').getByRole('row')).toHaveCount(2)
    await expect(of('By project').getByRole('rowheader', { name: /fieldnotes/ })).toContainText('2 sessions')
    await expect(of('By model').getByRole('rowheader', { name: /story/ })).toContainText('scripted')
    await expectAccessible(page, 'usage')
  })

  await test.step('what each model took of one, on demand; tokens; a session by its row', async () => {
    const row = usage.getByRole('listitem', { name: 'Explain the project' })
    await row.getByRole('button', { name: 'By model' }).click()
    await expect(row.getByRole('listitem').filter({ hasText: 'story' })).toContainText('request')
    await page.getByRole('radio', { name: 'Tokens' }).check()
    await expect(of('Tokens by day')).toBeAttached()
    await expect(page).toHaveURL(/by=tokens/)
    await row.getByRole('link').click()
    await expect(sessionOf(page).fromKilo.last()).toBeVisible()
    await page.goBack()
    await expect(of('Tokens by day')).toBeAttached()
  })

  await test.step('5,000 sessions come page by page; a failure in between is said, and what came stays', async () => {
    const rows = madeRows(5000)
    let fails = true
    await page.route('**/api/servers/daemon/usage*', async (route) => {
      const from = Number(new URL(route.request().url()).searchParams.get('cursor') ?? 0)
      const next = from + 500 < rows.length ? String(from + 500) : null
      if (from === 1000 && fails) {
        const error = { code: 'server-unreachable', message: 'The sessions could not be read: gone.' }
        await route.fulfill({ status: 502, json: { error } })
      } else await route.fulfill({ json: { rows: rows.slice(from, from + 500), next } })
    })
    problems.allow(/502/)
    await page.getByRole('radio', { name: 'All time' }).check()
    await page.getByRole('button', { name: 'Read again' }).click()
    await expect(usage.getByRole('alert')).toContainText('What kilo has used could not be read')
    await expect(usage.getByRole('heading', { name: '1,000 sessions' })).toBeVisible()
    fails = false
    await usage.getByRole('button', { name: 'Try again' }).click()
    await expect(usage.getByRole('heading', { name: '5,000 sessions' })).toBeVisible()
    await expect(usage.getByRole('alert')).toHaveCount(0)
    await expect(of('Tokens by week').getByRole('row').nth(30)).toBeAttached()
    await usage.getByRole('button', { name: 'Show 3 more' }).click()
    await expect(of('By project').getByRole('rowheader')).toHaveCount(9)
    await page.getByRole('radio', { name: '7 days' }).check()
    await expect(of('Tokens by day').getByRole('row')).toHaveCount(8)
  })
  await page.unroute('**/api/servers/daemon/usage*')
})
