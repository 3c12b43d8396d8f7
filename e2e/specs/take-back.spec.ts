/** What is done can be taken back, tried otherwise, put away and had again. */
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from '../fixtures.ts'
import { rosterOf } from '../models/roster.ts'
import { sessionOf } from '../models/session.ts'
import { until } from '../world/engine.ts'
import { isFinished } from '../world/seed.ts'

test.use({ shared: true })

test.beforeEach(async ({ world, engine }) => {
  await writeFile(path.join(world.project, 'kilo.json'), JSON.stringify({ permission: { '*': 'allow' } }))
  // On a busy machine the engine asks whether to go without snapshots; not once they are there.
  await engine.ask('/kilocode/snapshot/prepare', {})
})

test('a prompt is taken back with its files, restored, edited and sent again, and branched from', async ({
  consolePage: page,
  world,
}) => {
  const session = sessionOf(page)
  const note = () => readFile(path.join(world.project, 'note.txt'), 'utf8').catch(() => 'none')
  const dialog = page.getByRole('dialog')
  const act = async (name: string, index: number) => {
    await session.fromYou.nth(index).hover()
    await session.fromYou.nth(index).getByRole('button', { name }).click()
  }
  await rosterOf(page).newSession.click()
  await session.ask('[script:write note.txt one]')
  await expect(session.fromKilo.last()).toContainText('Wrote note.txt.')
  await session.ask('[script:write note.txt two]')
  await expect(session.fromYou).toHaveCount(2)
  await expect(session.fromKilo.last()).toContainText('Wrote note.txt.')
  await expect(session.stop).toBeHidden()

  await test.step('what will be undone is shown first, and then it is', async () => {
    await act('Revert to here', 1)
    await expect(dialog).toContainText('1 prompt and 2 replies')
    await expect(dialog.getByRole('list', { name: 'Files' })).toContainText('note.txt')
    await dialog.getByRole('button', { name: 'Cancel' }).click()
    expect(await note()).toBe('two\n')
    await writeFile(path.join(world.project, 'note.txt'), 'by hand\n')
    await act('Revert to here', 1)
    await dialog.getByRole('button', { name: 'Revert' }).click()
    await expect(session.reverted).toContainText('Your next prompt deletes the messages for good.')
    await expect(session.fromYou).toHaveCount(1)
    await expect.poll(note).toBe('one\n')
  })

  await test.step('Restore brings back messages and files, what was changed by hand too', async () => {
    await session.reverted.getByRole('button', { name: 'Restore' }).click()
    await expect(session.fromYou).toHaveCount(2)
    await expect.poll(note).toBe('by hand\n')
  })

  await test.step('keys: undo asks, redo restores', async () => {
    await session.conversation.press('u')
    await dialog.getByRole('button', { name: 'Revert' }).click()
    await expect(session.fromYou).toHaveCount(1)
    await expect(dialog).toBeHidden()
    await session.conversation.press('Shift+U')
    await expect(session.fromYou).toHaveCount(2)
  })

  await test.step('Edit and resend puts the prompt into the box', async () => {
    await act('Edit and resend', 1)
    await dialog.getByRole('button', { name: 'Edit' }).click()
    await expect(session.prompt).toHaveValue('[script:write note.txt two]')
    await expect(session.prompt).toBeFocused()
    await session.ask('[script:write note.txt three]')
    await expect(session.reverted).toBeHidden()
    await expect(session.fromYou).toHaveCount(2)
    await expect(session.fromKilo.last()).toContainText('Wrote note.txt.')
    await expect.poll(note).toBe('three\n')
  })

  await test.step('while Kilo works it is stopped first', async () => {
    await session.ask('[script:endless and on ]')
    await expect(session.fromKilo.last()).toContainText('and on and on')
    await act('Revert to here', 2)
    await expect(dialog).toContainText('Kilo is working')
    await dialog.getByRole('button', { name: 'Stop and revert' }).click()
    await expect(session.reverted).toBeVisible()
    await expect(session.fromYou).toHaveCount(2)
  })

  await test.step('a fork holds what stood before, and the prompt waits in its box', async () => {
    const before = page.url()
    await act('Fork from here', 1)
    await expect(page).not.toHaveURL(before)
    await expect(session.fromYou).toHaveCount(1)
    await expect(session.prompt).toBeFocused()
    await expect(session.prompt).toHaveValue('[script:write note.txt three]')
    await expect(page.getByRole('region', { name: 'Notifications' })).toContainText('before that prompt')
    await page.getByRole('button', { name: 'Dismiss' }).click()
  })

  await test.step('what it knew goes on in a session elsewhere, as it was changed', async () => {
    const before = page.url()
    await page.locator('body').press('Control+k')
    await dialog.getByRole('textbox', { name: 'Search' }).fill('continue elsewhere')
    await page.keyboard.press('Enter')
    const text = dialog.getByRole('textbox', { name: 'Hand-over text' })
    await expect(text).toHaveValue(
      /Last request\n\n\[script:write note.txt one\].*Last answer\n\nWrote note.txt./s,
    )
    await dialog.getByLabel('Agent').selectOption('ask')
    await text.fill('[script:text Going on here.]')
    await dialog.getByRole('button', { name: 'Continue there' }).click()
    await expect(page).not.toHaveURL(before)
    await expect(session.fromKilo.last()).toContainText('Going on here.')
    await expect(session.agent).toHaveAccessibleName(/ask/i)
  })
})

test('a session is exported, imported, archived, continued as a copy, and deleted', async ({
  consolePage: page,
  world,
  engine,
}) => {
  const session = sessionOf(page)
  const dialog = page.getByRole('dialog')
  const act = async (name: string) => {
    await page.getByRole('button', { name: 'Session actions' }).click()
    await page.getByRole('menuitem', { name }).click()
  }
  const saved = async (name: string) => {
    const download = page.waitForEvent('download')
    await act(name)
    const file = await download
    return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') }
  }
  const id = await engine.prompt('[script:task [script:text Hello from the child]]', 'Keep <b>this</b>')
  await until('the answer', () => isFinished(engine, id))
  await rosterOf(page).entry('Keep <b>this</b>').click()
  await expect(session.fromKilo.last()).toContainText('The subagent is back.')

  const json = await saved('Export as JSON')
  await test.step('the JSON is what kilo export prints, but for the times that the engine’s API leaves out', async () => {
    const printed = JSON.parse((await world.engine(['export', id])).stdout) as { messages: Message[] }
    for (const { parts } of printed.messages)
      for (const part of parts) if (part.type === 'step-start') delete part.time
    expect(json.name).toBe('Keep-b-this-b.json')
    expect(JSON.parse(json.text)).toEqual(printed)
  })
  const markdown = await saved('Export as Markdown')
  expect(markdown.text).toMatch(/^# Keep \\<b\\>this\\<\/b\\>\n/)
  expect(markdown.text).toMatch(/## You.*## Kilo \(story\).*\*\*task\*\*/s)

  await test.step('what was exported is taken in as a session of its own', async () => {
    await page.locator('body').press('Control+k')
    await dialog.getByRole('textbox', { name: 'Search' }).fill('import')
    await page.keyboard.press('Enter')
    const file = { name: 'x.json', mimeType: 'application/json' }
    await dialog.getByLabel('File').setInputFiles({ ...file, buffer: Buffer.from('{"messages":[') })
    await expect(dialog.getByRole('alert')).toContainText('isn’t valid JSON')
    await dialog.getByLabel('File').setInputFiles({ ...file, buffer: Buffer.from(json.text) })
    await expect(dialog).toContainText('3 messages')
    await dialog.getByRole('button', { name: 'Import' }).click()
    await expect(dialog).toBeHidden()
    await expect(page).not.toHaveURL(new RegExp(id))
    await expect(session.fromKilo.last()).toContainText('The subagent is back.')
    await expect(session.conversation).toContainText('Look into it')
  })

  await test.step('Undo takes an archived session back; without it, it is in the archive', async () => {
    await act('Archive session')
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect(session.fromKilo.last()).toContainText('The subagent is back.')
    await act('Archive session')
    await expect(page.getByText('Archived “Keep')).toBeHidden()
    await page.goto(new URL('/archive', page.url()).href)
    const archive = page.getByRole('region', { name: 'Archive' })
    await expect(archive.getByRole('listitem')).toHaveCount(1)
    await archive.getByRole('searchbox').fill('nothing like it')
    await expect(archive).toContainText('No archived session')
    await archive.getByRole('searchbox').fill('keep')
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
    await archive.getByRole('button', { name: 'Continue as a copy' }).click()
    await expect(page).toHaveURL(/\/sessions\//)
    await expect(session.fromKilo.last()).toContainText('The subagent is back.')
  })

  await test.step('deleting says what is lost, subagents included', async () => {
    await page.goto(new URL(`/servers/daemon/sessions/${id}`, page.url()).href)
    await expect(session.fromKilo.last()).toContainText('The subagent is back.')
    await act('Delete session…')
    await expect(dialog).toContainText('With it goes 1 session of its subagents.')
    await dialog.getByRole('button', { name: 'Delete session' }).click()
    await expect(page).toHaveURL(/\/$/)
    const left = await engine.ask<{ id: string; parentID?: string }[]>('/session')
    expect(left.filter((each) => each.id === id || each.parentID === id)).toEqual([])
  })
})

interface Message {
  parts: { type: string; time?: unknown }[]
}
