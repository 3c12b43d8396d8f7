import type { Page } from '@playwright/test'
import { expect, test as base } from '../fixtures.ts'
import { paletteOf } from '../models/palette.ts'
import { rosterOf } from '../models/roster.ts'
import { sessionOf } from '../models/session.ts'

/** The browser's clock is five minutes ahead of the machine's on which host and engine run. */
const test = base.extend({
  context: async ({ context }, use) => {
    await context.addInitScript(() => {
      const ahead = 300_000
      const Real = Date
      class Ahead extends Real {
        constructor(...args: [] | [number]) {
          if (args.length === 0) super(Real.now() + ahead)
          else super(...args)
        }
        static override now = () => Real.now() + ahead
      }
      globalThis.Date = Ahead as DateConstructor
    })
    await use(context)
  },
})

test.use({ shared: true })

interface Press {
  key: string
  code: string
  keyCode: number
  ctrlKey?: boolean
}

/** A key press as a browser tells it on a layout of another script. */
const press = (page: Page, init: Press) =>
  page.evaluate((init) => {
    const event = new KeyboardEvent('keydown', { bubbles: true, cancelable: true, composed: true, ...init })
    document.activeElement?.dispatchEvent(event)
  }, init)

const directionOf = (page: Page, text: string) =>
  page
    .getByText(text, { exact: true })
    .last()
    .evaluate((element) => getComputedStyle(element).direction)

test('fault 72: clocks, layouts, input methods and scripts of other people', async ({
  consolePage: page,
}) => {
  const session = sessionOf(page)
  const { newSession } = rosterOf(page)
  const servers = page.getByRole('region', { name: 'Servers' })
  await expect(servers.getByRole('img', { name: 'running' })).toBeVisible()

  await test.step('a shortcut on a Russian layout', async () => {
    const { dialog } = paletteOf(page)
    await press(page, { key: 'л', code: 'KeyK', keyCode: 75, ctrlKey: true })
    await expect(dialog).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
    // Dvorak: what lies in the place of K is T, and Ctrl+T is the browser's.
    await press(page, { key: 't', code: 'KeyK', keyCode: 84, ctrlKey: true })
    await press(page, { key: 'k', code: 'KeyV', keyCode: 75, ctrlKey: true })
    await expect(dialog).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
  })

  await newSession.click()

  await test.step('the Enter that ends a composition in Safari sends nothing', async () => {
    await session.prompt.fill('[script:gated 日本 語 です]')
    await press(page, { key: 'Enter', code: 'Enter', keyCode: 229 })
    await expect(session.prompt).toHaveValue('[script:gated 日本 語 です]')
    await expect(session.fromYou).toHaveCount(0)
    await session.prompt.press('Enter')
    await expect(session.fromYou).toHaveCount(1)
  })

  await test.step('durations are reckoned with the host’s clock', async () => {
    await expect(session.fromKilo.last()).toContainText('日本')
    const working = session.conversation.getByText('Working').locator('..')
    await expect(working.getByRole('time')).toHaveText(/^[0-2]:\d\d$/)
    await expect(session.fromYou.last().getByRole('time')).toHaveText('now')
    await session.stop.click()
    await expect(session.send).toBeVisible()
  })

  await test.step('each block runs as its letters do, emphasis is read beside CJK', async () => {
    await session.ask('[script:languages]')
    const answer = session.fromKilo.last()
    await expect(answer.getByRole('strong')).toHaveText(['עולם', '太字。', '「引用」'])
    expect(await directionOf(page, 'שני')).toBe('rtl')
    expect(await directionOf(page, 'npm test')).toBe('ltr')
    expect(await directionOf(page, '「引用」')).toBe('ltr')
    await expect(answer.locator('p').first()).toHaveCSS('direction', 'rtl')
    // The block of markdown ended where its own end was.
    await expect(answer.getByText('That is all.').getByRole('emphasis')).toHaveText('all')
  })

  await test.step('a table scrolls in its box, and breaks no word', async () => {
    await page.setViewportSize({ width: 390, height: 844 })
    const table = session.fromKilo.last().getByRole('table')
    const box = table.locator('..')
    await expect.poll(() => box.evaluate((box) => box.scrollWidth > box.clientWidth)).toBe(true)
    const code = table.getByRole('code')
    expect(await code.evaluate((code) => code.getClientRects().length)).toBe(1)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
    await page.setViewportSize({ width: 1440, height: 900 })
  })

  await test.step('an answered question shows its answer', async () => {
    await session.ask('[script:question Which colour?: Red | Blue]')
    await session.question.option(/Blue/).check()
    await session.question.answer.click()
    await expect(session.fromKilo.last()).toContainText('Noted.')
    await expect(session.conversation.getByText('Blue', { exact: true })).toBeVisible()
  })
})
