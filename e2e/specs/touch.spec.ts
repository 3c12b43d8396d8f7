/** What a finger has to hit is as large as a finger: 44 by 44 px, on every page of a phone. */
import type { Locator, Page } from '@playwright/test'
import { expect, test } from '../fixtures.ts'
import { sessionOf } from '../models/session.ts'
import { until, type EngineClient } from '../world/engine.ts'
import { launchConsole } from '../world/launch.ts'

test.use({ shared: true, hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } })

async function begin(engine: EngineClient, title: string, text: string): Promise<string> {
  const { id } = await engine.ask<{ id: string }>('/session', { title })
  await engine.ask(`/session/${id}/prompt_async`, {
    parts: [{ type: 'text', text }],
    snapshotInitialization: 'wait',
  })
  return id
}

/** In the page: what can be pressed, and answers to less than 44 px around its middle. */
function findSmall(): string[] {
  const SIDE = 44
  const selector = [
    'a[href], button, select, textarea, summary, input:not([type="hidden"])',
    ...['button', 'tab', 'option', 'menuitem', 'treeitem', 'combobox'].map((role) => `[role="${role}"]`),
  ].join(', ')
  const layer = [...document.querySelectorAll('[role="dialog"]')].at(-1) ?? document.body

  /** What takes the press for it. */
  const areaOf = (element: Element) => element.closest('label') ?? element
  const isInText = (element: Element) => {
    const { parentElement: parent } = element
    if (element.tagName !== 'A' || getComputedStyle(element).display !== 'inline' || !parent) return false
    return (parent.textContent ?? '').trim().length > (element.textContent ?? '').trim().length
  }
  const isShown = (element: Element) =>
    element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
    element.getBoundingClientRect().width > 1
  /** Its own box may be smaller than what answers around it. */
  const answers = (area: Element) => {
    area.scrollIntoView({ block: 'center', inline: 'center' })
    const { left, top, width, height } = area.getBoundingClientRect()
    if (width >= SIDE - 0.5 && height >= SIDE - 0.5) return true
    const [x, y, reach] = [left + width / 2, top + height / 2, SIDE / 2 - 1]
    const around = [
      [x - reach, y],
      [x + reach, y],
      [x, y - reach],
      [x, y + reach],
    ] as const
    return around.every(([x, y]) => {
      const hit = document.elementFromPoint(x, y)
      return hit !== null && area.contains(hit)
    })
  }
  const name = (element: Element) => {
    const { width, height } = areaOf(element).getBoundingClientRect()
    const words = element.getAttribute('aria-label') ?? areaOf(element).textContent ?? ''
    const what = element.getAttribute('role') ?? element.tagName.toLowerCase()
    return `${what} "${words.trim().slice(0, 40)}" ${Math.round(width)}×${Math.round(height)}`
  }
  return [...layer.querySelectorAll(selector)]
    .filter((element) => isShown(areaOf(element)) && !isInText(element) && !answers(areaOf(element)))
    .map(name)
}

async function expectTouchable(page: Page, place: string): Promise<void> {
  expect.soft([...new Set(await page.evaluate(findSmall))], place).toEqual([])
}

/** Of a diff: a line's number stands beside its code. */
async function expectInOneLine(rows: Locator): Promise<void> {
  await expect(rows.first()).toBeVisible()
  const tops = await rows
    .first()
    .evaluate((row) => [...row.children].map((cell) => cell.getBoundingClientRect().top))
  expect(tops.length).toBeGreaterThan(1)
  expect(new Set(tops).size).toBe(1)
}

test('everything that can be pressed is large enough for a finger', async ({
  page,
  context,
  engine,
  problems,
  world,
}) => {
  problems.watch(context)
  const finished = await begin(engine, 'Writes', '[script:write note.txt one]')
  await begin(engine, 'Asks', '[script:question Which colour?: Red | Blue]')
  await begin(engine, 'Runs', '[script:bash echo hello]')
  await until('what is asked', async () => {
    const asked = [...(await engine.ask<[]>('/permission')), ...(await engine.ask<[]>('/question'))]
    return asked.length === 2 || undefined
  })
  const at = (path: string) => page.goto(new URL(path, page.url()).href)
  await page.goto(await launchConsole(world))
  expect(await page.evaluate(() => matchMedia('(pointer: coarse)').matches)).toBe(true)

  await expect(page.getByRole('main').getByText('Which colour?')).toBeVisible()
  await expectTouchable(page, 'home')

  await page.getByRole('button', { name: 'Open the roster' }).click()
  await expect(page.getByRole('navigation', { name: 'Roster' })).toBeVisible()
  await expectTouchable(page, 'roster')
  await page.getByRole('button', { name: 'Actions: Writes' }).tap()
  await page
    .getByRole('menu', { name: 'Session actions' })
    .getByRole('menuitem', { name: 'Pin session' })
    .tap()
  const pinned = page.getByRole('group', { name: 'Pinned' })
  await expect(pinned.getByRole('link', { name: 'Writes' })).toBeVisible()

  await at(`/servers/daemon/sessions/${finished}`)
  await expect(sessionOf(page).fromKilo.last()).toContainText('Wrote note.txt')
  await sessionOf(page)
    .conversation.getByRole('button', { name: /^write/ })
    .click()
  await expectInOneLine(
    sessionOf(page).conversation.getByRole('group', { name: 'Diff' }).locator('[data-row]'),
  )
  await sessionOf(page).prompt.fill('More')
  await expectTouchable(page, 'session')

  await page.getByRole('button', { name: /^Review/ }).click()
  await expect(sessionOf(page).changes).toContainText('note.txt')
  await expectTouchable(page, 'review')

  for (const [path, heading] of [
    ['/settings', 'Settings'],
    ['/archive', 'Archive'],
    ['/usage', 'Usage'],
  ] as const) {
    await at(path)
    await expect(page.getByRole('heading', { name: heading, level: 1 }).last()).toBeVisible()
    if (heading === 'Usage') await expect(page.getByRole('heading', { name: '3 sessions' })).toBeVisible()
    await expectTouchable(page, heading)
  }

  // Of a sequence the second key comes soon.
  await expect(async () => {
    await page.keyboard.press('g')
    await page.keyboard.press('d')
    await expect(page.getByRole('region', { name: 'Decisions' })).toBeVisible({ timeout: 2000 })
  }).toPass()
  await expect(page.getByRole('region', { name: 'Decisions' }).getByRole('article')).toHaveCount(2)
  await expectTouchable(page, 'decisions')
  world.model.reset()
})
