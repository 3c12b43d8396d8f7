/** What is done can be taken back, tried otherwise, put away and had again. */
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from '../fixtures.ts'
import { rosterOf } from '../models/roster.ts'
import { sessionOf } from '../models/session.ts'

test.use({ shared: true })

test.beforeEach(async ({ world }) => {
  await writeFile(path.join(world.project, 'kilo.json'), JSON.stringify({ permission: { '*': 'allow' } }))
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
    await expect(dialog).toContainText('1 prompt and 2 steps of Kilo’s')
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
    await page.keyboard.press('Escape')
    await page.locator('body').press('u')
    await dialog.getByRole('button', { name: 'Revert' }).click()
    await expect(session.fromYou).toHaveCount(1)
    await page.locator('body').press('Shift+U')
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
    await expect(session.prompt).toHaveValue('[script:write note.txt three]')
    await expect(page.getByRole('region', { name: 'Notifications' })).toContainText('before that prompt')
  })
})
