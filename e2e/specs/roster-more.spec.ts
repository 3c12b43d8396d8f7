/** What each agent is doing, from its row: without opening it. */
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from '../fixtures.ts'
import { rosterOf } from '../models/roster.ts'
import type { EngineClient } from '../world/engine.ts'

test.use({ shared: true })

async function begin(engine: EngineClient, title: string, text = '', action = 'allow'): Promise<void> {
  const permission = ['bash', 'edit'].map((permission) => ({ permission, pattern: '*', action }))
  const { id } = await engine.ask<{ id: string }>('/session', { title, permission })
  if (text === '') return
  await engine.ask(`/session/${id}/prompt_async`, {
    parts: [{ type: 'text', text }],
    snapshotInitialization: 'wait',
  })
}

test('a row says what its session does, and much is done from there', async ({
  consolePage: page,
  engine,
  world,
}) => {
  const roster = rosterOf(page)
  const pinned = roster.region.getByRole('group', { name: 'Pinned' })
  const menu = page.getByRole('menu', { name: 'Session actions' })
  await begin(engine, 'Writes', '[script:write a.txt one]\n[script:text That is done.]', 'ask')
  await begin(engine, 'Runs', '[script:todos Wait; Rest]\n[script:bash until [ -e go ]; do sleep 0.1; done]')
  for (const title of ['First', 'Second', 'Third']) await begin(engine, title)

  await test.step('the current step, todos, and the end', async () => {
    const runs = roster.group('Working').getByRole('link', { name: 'Runs' })
    await expect(runs).toContainText('Running until [ -e go')
    await expect(runs).toContainText('0/2')
    await expect(runs).toContainText('$0.')
    await writeFile(path.join(world.project, 'go'), '')
    await expect(roster.group('Recent').getByRole('link', { name: 'Runs' })).toBeVisible()
  })

  await test.step('a permission is given from a peek, and the focus is back', async () => {
    await roster.entry('Writes').focus()
    await page.keyboard.press('Space')
    const card = page.getByRole('dialog', { name: 'Writes' })
    await expect(card).toContainText('[script:write a.txt one]')
    await expect(card).toBeFocused()
    await card.getByRole('button', { name: 'Allow once' }).click()
    await expect(card).toContainText('That is done.')
    expect(await readFile(path.join(world.project, 'a.txt'), 'utf8')).toBe('one\n')
    await card.getByRole('textbox', { name: 'Reply' }).fill('[script:text You are welcome.]')
    await page.keyboard.press('Enter')
    await expect(card).toContainText('You are welcome.')
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
    await page.keyboard.press('Escape')
    await expect(card).toBeHidden()
    await expect(roster.entry('Writes')).toBeFocused()
  })

  await test.step('a pin, by the row’s menu, is there in another window too', async () => {
    const other = await page.context().newPage()
    await other.goto(page.url())
    await roster.entry('Second').focus()
    await page.keyboard.press('Shift+F10')
    await menu.getByRole('menuitem', { name: 'Pin session' }).click()
    await expect(pinned.getByRole('link')).toHaveText(/Second/)
    const there = rosterOf(other).region.getByRole('group', { name: 'Pinned' })
    await expect(there.getByRole('link', { name: 'Second' })).toBeVisible()
    await other.close()
  })

  await test.step('several are archived together, and come back', async () => {
    await roster.entry('First').click({ modifiers: ['ControlOrMeta'] })
    await roster.entry('Third').click({ modifiers: ['ControlOrMeta'] })
    const bar = page.getByRole('toolbar', { name: 'Selected sessions' })
    await expect(bar).toContainText('2 selected')
    await bar.getByRole('button', { name: 'Archive' }).click()
    await expect(roster.entry('First')).toBeHidden()
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect(roster.entry('Third')).toBeVisible()
    await expect(bar).toBeHidden()
  })

  await test.step('a view is remembered', async () => {
    await page.getByRole('button', { name: 'View: by state' }).click()
    await page.getByRole('menuitemradio', { name: 'By project' }).click()
    await expect(roster.region.getByRole('group', { name: 'fieldnotes' }).getByRole('link')).toHaveCount(4)
    await page.reload()
    await expect(roster.region.getByRole('group', { name: 'fieldnotes' }).getByRole('link')).toHaveCount(4)
    await expect(pinned.getByRole('link', { name: 'Second' })).toBeVisible()
    await roster.entry('Second').click({ button: 'right' })
    await menu.getByRole('menuitem', { name: 'Unpin session' }).click()
    await expect(pinned).toBeHidden()
  })
})
