/** What sessions take: the usage page, budgets, and what the system tells while nobody looks. */
import { expectAccessible } from '../accessible.ts'
import { expect, test } from '../fixtures.ts'
import { rosterOf } from '../models/roster.ts'
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

/** The system's notifications and the page's visibility in the test's hand; both are the browser's own, and not to be had without a window. */
function standIn(): void {
  const shown: string[] = []
  class Shown extends EventTarget {
    static permission = 'default'
    /** The first time somebody looks away from what the browser asks. */
    static answers = ['default', 'granted']
    static requestPermission = () =>
      Promise.resolve((Shown.permission = Shown.answers.shift() ?? Shown.permission))
    constructor(title: string) {
      super()
      if (Shown.permission === 'granted') shown.push(title)
      Object.assign(window, { last: this })
    }
    close() {}
  }
  let isHidden = false
  Object.defineProperty(document, 'visibilityState', { get: () => (isHidden ? 'hidden' : 'visible') })
  const hide = (hidden: boolean) => {
    isHidden = hidden
    document.dispatchEvent(new Event('visibilitychange'))
  }
  Object.assign(window, { Notification: Shown, shown, hide })
}

declare global {
  interface Window {
    shown: string[]
    last: EventTarget
    hide: (hidden: boolean) => void
  }
}

test('what sessions take is added up, bounded, and told of', async ({
  consolePage: page,
  engine,
  problems,
  world,
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

  await test.step('5,000 sessions come page by page; a failure in between is said, and what was there stays', async () => {
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
    await page.getByRole('button', { name: 'Refresh' }).click()
    await expect(usage.getByRole('alert')).toContainText('What kilo has used could not be read')
    await expect(usage.getByRole('heading', { name: '2 sessions' })).toBeVisible()
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

  await test.step('a budget: told and shown, asked for before more is sent, and what runs is stopped', async () => {
    const budget = page.getByRole('region', { name: 'Budget' })
    const session = sessionOf(page)
    await page.getByRole('link', { name: 'Budget…' }).click()
    await budget.getByRole('textbox', { name: 'A session' }).fill('none of it')
    await budget.getByRole('textbox', { name: 'A session' }).press('Tab')
    await expect(budget.getByRole('alert')).toContainText('An amount is between')
    await budget.getByRole('textbox', { name: 'A session' }).fill('$0.01')
    await budget.getByRole('textbox', { name: 'A session' }).press('Tab')
    await budget.getByRole('checkbox', { name: 'Stop what runs' }).check()
    await expect(budget.getByRole('alert')).toHaveCount(0)

    await rosterOf(page).entry('Explain the project').click()
    await expect(page.getByRole('main')).toContainText('Budget used up')
    const toasts = page.getByRole('region', { name: 'Notifications' })
    await expect(toasts).toContainText('Explain the project: the budget is used up')
    await session.prompt.fill('[script:text And more]')
    await session.send.click()
    await expect(page.getByRole('main').getByText('The budget is used up')).toBeVisible()
    await expect(session.fromYou).toHaveCount(1)
    await page.getByRole('button', { name: 'Send anyway' }).click()
    await expect(session.fromKilo.last()).toContainText('And more')

    // Its first step costs more than that: the second one, which would not end, is stopped by the host.
    await rosterOf(page).newSession.click()
    await expect(session.fromYou).toHaveCount(0)
    await session.ask('[script:write spent.txt all]\n[script:gated slow answer]')
    const [id] = /ses_\w+/.exec(page.url()) ?? []
    await until('the stop', async () => {
      const messages = await engine.ask<{ info: { error?: { name: string } } }[]>(`/session/${id}/message`)
      return messages.at(-1)?.info.error?.name === 'MessageAbortedError' || undefined
    })
    await expect(session.stop).toBeHidden()
    world.model.release('step')

    await page.getByRole('link', { name: 'Settings' }).click()
    await budget.getByRole('textbox', { name: 'A session' }).fill('')
    await budget.getByRole('textbox', { name: 'A session' }).press('Tab')
    await budget.getByRole('checkbox', { name: 'Stop what runs' }).uncheck()
    await rosterOf(page).entry('Explain the project').click()
    await expect(page.getByRole('main')).not.toContainText('Budget used up')
  })

  await test.step('while nobody looks the system tells, of what is wanted and nothing else; the icon counts', async () => {
    const shown = () => page.evaluate(() => window.shown)
    const permission = () => page.evaluate(() => Notification.permission)
    await page.addInitScript(standIn)
    await page.goto(new URL('/settings', page.url()).href)
    const notices = page.getByRole('region', { name: 'System notifications' })
    expect(await permission()).toBe('default')
    await notices.getByRole('checkbox', { name: 'A session is done' }).check()
    await expect(notices).toContainText('The browser shows none until you allow it')
    await notices.getByRole('button', { name: 'Allow…' }).click()
    await expect(notices.getByRole('button', { name: 'Allow…' })).toHaveCount(0)
    expect(await permission()).toBe('granted')

    await ask(engine, 'Seen', '[script:text one]')
    // It is done in sight: what happens then is not told.
    await expect(rosterOf(page).group('Recent').getByRole('link', { name: 'Seen' })).toBeVisible()
    await page.evaluate(() => window.hide(true))
    await ask(engine, 'Unseen', '[script:text two]')
    await expect.poll(shown).toEqual(['Unseen is done'])
    await page.evaluate(() => window.last.dispatchEvent(new Event('click')))
    await expect(sessionOf(page).fromKilo.last()).toContainText('two')

    const { id } = await engine.ask<{ id: string }>('/session', { title: 'Asks' })
    await engine.ask(`/session/${id}/prompt_async`, {
      parts: [{ type: 'text', text: '[script:question Which?: Red | Blue]' }],
      snapshotInitialization: 'wait',
    })
    await expect(page).toHaveTitle(/^\(1\) /)
    const icon = page.locator('link[rel="icon"]')
    await expect(icon).toHaveAttribute('href', /%3E1%3C%2Ftext%3E/)
    // What would have been told of it, was told before this one.
    await ask(engine, 'Last', '[script:text three]')
    await expect.poll(shown).toContain('Last is done')
    expect(await shown()).toEqual(['Unseen is done', 'Last is done'])
  })
})
