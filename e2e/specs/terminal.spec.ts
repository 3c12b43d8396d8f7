import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures.ts'
import { rosterOf } from '../models/roster.ts'
import { terminalOf } from '../models/terminal.ts'

test.use({ shared: true })

/** A new shell, its text readable. */
async function openTerminal(page: Page) {
  await rosterOf(page).newTerminal.click()
  await expect(terminalOf(page).region).toBeVisible()
  await page.goto(`${page.url()}?screenReader=1`)
  await terminalOf(page).type('echo ready-$((40+2))')
  await expect(terminalOf(page).region).toContainText('ready-42')
  return terminalOf(page)
}

let asked = 0

/** Rows and columns, as the shell has them. Each answer is told from earlier ones, which are still on the screen. */
async function sizeInShell(page: Page): Promise<string> {
  const terminal = terminalOf(page)
  asked += 1
  const mark = `size-${asked}`
  // As if one came to this window from another.
  await terminal.input.blur()
  await terminal.type(`echo "${mark}=$(stty size)="`)
  const answer = new RegExp(`${mark}=(\\d+ \\d+)=`)
  await expect(terminal.region).toContainText(answer)
  return answer.exec((await terminal.region.textContent()) ?? '')?.[1] ?? ''
}

test('fault 52: a flood of resizes ends with the last size, and no size is nothing', async ({
  consolePage: page,
}) => {
  const told: { rows: number; cols: number }[] = []
  page.on('request', (request) => {
    if (request.method() !== 'PUT' || !request.url().includes('/pty/')) return
    told.push((request.postDataJSON() as { size: { rows: number; cols: number } }).size)
  })
  await openTerminal(page)
  expect(told).toHaveLength(1)
  for (let width = 700; width < 1400; width += 10)
    await page.setViewportSize({ width, height: 500 + (width % 90) })
  await page.setViewportSize({ width: 1200, height: 640 })
  await expect
    .poll(async () => {
      const inShell = await sizeInShell(page)
      return inShell === `${told.at(-1)?.rows} ${told.at(-1)?.cols}`
    })
    .toBe(true)
  expect(told.every(({ rows, cols }) => rows > 0 && cols > 1)).toBe(true)
})

test('fault 52: of two pages the one that is used has its size', async ({ consolePage: page, context }) => {
  await page.setViewportSize({ width: 1400, height: 900 })
  await openTerminal(page)
  const wide = await sizeInShell(page)
  const other = await context.newPage()
  await other.setViewportSize({ width: 1000, height: 500 })
  await other.goto(page.url())
  await expect(terminalOf(other).region).toContainText('ready-42')
  await expect.poll(() => sizeInShell(other)).not.toBe(wide)
  await expect.poll(() => sizeInShell(page)).toBe(wide)
})

test('fault 50: random bytes do no harm, and a character that comes in pieces is whole', async ({
  consolePage: page,
}) => {
  const terminal = await openTerminal(page)
  await terminal.type('head -c 300000 /dev/urandom; printf "\\033c"; echo over-$((1+1))')
  await expect(terminal.region).toContainText('over-2')
  await terminal.type("clear; printf 'split:\\342\\202'; sleep 0.3; printf '\\254:%d\\n' $((6*7))")
  await expect(terminal.region).toContainText('split:€:42')
})
