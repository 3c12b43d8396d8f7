/** What each agent is doing, from its row: without opening it. */
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import type { RosterFrame } from '../../packages/console/shared/events.ts'
import { expect, test } from '../fixtures.ts'
import { paletteOf } from '../models/palette.ts'
import { rosterOf } from '../models/roster.ts'
import type { EngineClient } from '../world/engine.ts'

test.use({ shared: true })

async function begin(engine: EngineClient, title: string, text = '', action = 'allow'): Promise<string> {
  const permission = ['bash', 'edit'].map((permission) => ({ permission, pattern: '*', action }))
  const { id } = await engine.ask<{ id: string }>('/session', { title, permission })
  if (text === '') return id
  await engine.ask(`/session/${id}/prompt_async`, {
    parts: [{ type: 'text', text }],
    snapshotInitialization: 'wait',
  })
  return id
}

/** As if two hundred newer ones were listed before this session: nobody has to begin them. */
async function leaveOut(page: Page, id: string): Promise<void> {
  const changed = (text: string) => {
    const frame = JSON.parse(text) as Partial<RosterFrame>
    if (frame.roster?.kind !== 'whole') return text
    delete frame.roster.roster.sessions[id]
    frame.roster.roster.more = true
    return JSON.stringify(frame)
  }
  await page.routeWebSocket(/\/api\/events/, (socket) => {
    socket.connectToServer().onMessage((text) => socket.send(changed(String(text))))
  })
}

test('a row says what its session does, and much is done from there', async ({
  consolePage: page,
  engine,
  problems,
  world,
}) => {
  const roster = rosterOf(page)
  const pinned = roster.region.getByRole('group', { name: 'Pinned' })
  const menu = page.getByRole('menu', { name: 'Session actions' })
  await begin(engine, 'Writes', '[script:write a.txt one]\n[script:text That is done.]', 'ask')
  await begin(engine, 'Runs', '[script:todos Wait; Rest]\n[script:bash until [ -e go ]; do sleep 0.1; done]')
  for (const title of ['First', 'Second']) await begin(engine, title)
  const third = await begin(engine, 'Third')

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
    // The prompt that stands above it holds the words of the answer.
    const written = () => readFile(path.join(world.project, 'a.txt'), 'utf8').catch(() => undefined)
    await expect.poll(written).toBe('one\n')
    await expect(card).toContainText(/That is done\.(?!\])/)
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

  await test.step('one that is too old to be listed is found by its title: in the filter, and in the palette', async () => {
    const other = await page.context().newPage()
    const { region } = rosterOf(other)
    await leaveOut(other, third)
    await other.goto(page.url())
    await expect(region.getByRole('link', { name: 'First' })).toBeVisible()
    await expect(region.getByRole('link', { name: 'Third' })).toBeHidden()
    const older = region.getByRole('group', { name: 'Older' })
    // The code for it cannot be had at first.
    problems.allow(/ERR_FAILED/)
    await other.route(/assets\/older-.*\.js/, (route) => route.abort())
    await region.getByRole('textbox', { name: 'Filter' }).fill('thi')
    await expect(region.getByRole('alert')).toContainText('This could not be loaded.')
    await other.unroute(/assets\/older-.*\.js/)
    await region.getByRole('button', { name: 'Try again' }).click()
    await expect(older.getByRole('link')).toHaveText(/Third/)
    await expect(older.getByRole('button', { name: 'Pin session: Third' })).toBeVisible()
    await region.getByRole('textbox', { name: 'Filter' }).fill('thirdly')
    await expect(older).toContainText('No older session’s title matches.')
    await other.keyboard.press('Escape')

    const { dialog, open } = paletteOf(other)
    let arrive: () => void = () => undefined
    const arrived = new Promise<void>((resolve) => (arrive = resolve))
    await other.route(/\/layers-/, (route) => arrived.then(() => route.continue()))
    const before = other.url()
    const filter = region.getByRole('textbox', { name: 'Filter' })
    await filter.fill('')
    await open()
    // While the palette is on its way this is no filter, and from the page no command.
    await other.keyboard.type('never')
    await filter.blur()
    await other.keyboard.press('n')
    await expect(filter).toHaveValue('')
    arrive()
    const search = dialog.getByRole('textbox', { name: 'Search' })
    await search.fill('thirdly')
    await expect(dialog.getByRole('status')).toHaveText('No older session’s title matches.')
    problems.allow(/experimental\/session/)
    await other.route(/experimental\/session/, (route) => route.abort())
    await search.fill('thi')
    await expect(dialog.getByRole('alert')).toContainText('Couldn’t search kilo')
    await other.unroute(/experimental\/session/)
    await dialog.getByRole('button', { name: 'Try again' }).click()
    await expect(dialog.getByRole('option')).toHaveAccessibleName('Third')
    await expect(dialog.getByRole('status')).toHaveText('1 older session found.')
    expect(other.url()).toBe(before)
    await search.press('Enter')
    await expect(other).toHaveURL(new RegExp(`/sessions/${third}$`))
    await other.close()
  })
})
