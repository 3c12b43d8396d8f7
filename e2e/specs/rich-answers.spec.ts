/** What stands in an answer beside its words: a subagent's work, formulas, diagrams. */
import { expect, test } from '../fixtures.ts'
import { rosterOf } from '../models/roster.ts'
import { sessionOf } from '../models/session.ts'

test.use({ shared: true })

test('a subagent’s work is shown where it was asked: live, with what it waits for and what it took, and after a reload', async ({
  consolePage: page,
}) => {
  await rosterOf(page).newSession.click()
  await expect(page).toHaveURL(/\/sessions\//)
  const session = sessionOf(page)
  const { fromKilo, permission, stop } = session
  await session.ask('[script:task [script:commands echo one | echo two && false]]')
  const line = fromKilo.getByRole('button', { name: /^general Look into it/ })
  await expect(line.getByRole('img', { name: 'waiting for you' })).toBeVisible()
  // What it is at stands beneath the closed line.
  await expect(fromKilo).toContainText('echo two && false')

  await line.click()
  const work = fromKilo.getByRole('group', { name: 'Work of general: Look into it' })
  await expect(work.getByRole('img', { name: 'waiting for you' })).toHaveCount(2)
  await permission.once.click()
  // Which of the two was asked first is the engine's affair.
  await expect(work.getByRole('img', { name: /^(done|failed)$/ })).toHaveCount(1)
  await permission.once.click()
  await expect(stop).toBeHidden()

  for (const again of [false, true]) {
    if (again) {
      await page.reload()
      await line.click()
    }
    await expect(line).toContainText(/tokens · \$/)
    await expect(work.getByRole('button', { name: /^bash/ })).toHaveCount(2)
    await expect(
      work.getByRole('button', { name: /exit 1/ }).getByRole('img', { name: 'failed' }),
    ).toBeVisible()
    await expect(work).toContainText('Ran them all.')
  }
  await work.getByRole('button', { name: /^bash echo one/ }).click()
  await expect(work).toContainText('Output')
  await fromKilo.getByRole('link', { name: /^Open the session of general/ }).click()
  await expect(sessionOf(page).fromYou.first()).toContainText('[script:commands')
})

test('formulas and diagrams are drawn, their sources copied, and prices stay; fault 40: what is foreign in them stays text', async ({
  consolePage: page,
  problems,
}) => {
  // In the sandbox Mermaid measures labels as HTML: what they would run our policy stops there.
  problems.allow(/Executing inline event handler violates .*\/assets\/diagram-frame-/)
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  const clipboard = () => page.evaluate(() => navigator.clipboard.readText())
  await rosterOf(page).newSession.click()
  await expect(page).toHaveURL(/\/sessions\//)
  await sessionOf(page).ask('[script:drawn]')
  await expect(sessionOf(page).stop).toBeHidden()
  const answer = sessionOf(page).fromKilo.first()

  await test.step('formulas', async () => {
    await expect(answer.getByRole('math', { name: '\\sum_{i=1}^n i^2' })).toBeVisible()
    await expect(answer.getByRole('math', { name: 'E = mc^2' })).toBeVisible()
    await expect(answer.getByRole('math', { name: '\\frac{a}{b}' })).toBeVisible()
    const prose = answer
      .getByRole('paragraph')
      .filter({ hasText: 'costs $5 or $10, and is in $PATH and $HOME.' })
    await expect(answer.locator('[data-failed]').last()).toHaveText('$\\frac{1}{$')
    await expect(answer.locator('[data-failed]', { hasText: '\\href' })).toBeVisible()
    await prose.selectText()
    await page.keyboard.press('ControlOrMeta+c')
    await expect.poll(clipboard).toContain('$\\sum_{i=1}^n i^2$ is \\(O(n^3)\\), costs')
    await answer.selectText()
    await page.keyboard.press('ControlOrMeta+c')
    await expect.poll(clipboard).toContain('flowchart LR')
    expect(await clipboard()).not.toMatch(/Copy|Show diagram/)
  })

  await test.step('a diagram', async () => {
    await answer.getByRole('button', { name: 'Show diagram' }).first().click()
    const picture = answer.getByRole('img', { name: 'Diagram' })
    await expect(picture).toHaveJSProperty('complete', true)
    expect(await picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(50)
    const address = await picture.getAttribute('src')
    expect(address).toContain('data:image/svg+xml')
    await page.emulateMedia({ colorScheme: 'dark' })
    await expect(picture).not.toHaveAttribute('src', address ?? '')
    await answer.getByRole('button', { name: 'Enlarge diagram' }).click()
    const dialog = page.getByRole('dialog', { name: 'Diagram' })
    await dialog.getByRole('button', { name: 'Zoom in' }).click()
    await expect(dialog).toContainText('125%')
    await page.keyboard.press('Escape')
    await answer.getByRole('button', { name: 'Copy code', exact: true }).first().click()
    await expect.poll(clipboard).toMatch(/^flowchart LR\n {2}A/)
  })

  await test.step('one that cannot be drawn', async () => {
    await answer.getByRole('button', { name: 'Show diagram' }).click()
    await expect(answer.getByRole('note')).toContainText(/can’t be drawn.*Parse error on line 3/s)
    await expect(answer.locator('pre[data-language="mermaid"]')).toHaveText(/A -->/)
  })

  const frame = page.locator('iframe')
  await expect(frame).toHaveAttribute('sandbox', 'allow-scripts')
  expect(await page.evaluate(() => 'pwned' in window)).toBe(false)
  for (const link of await answer.locator('a[href]').all())
    expect(await link.getAttribute('href')).toMatch(/^(https?:\/\/|#file=)/)
})
