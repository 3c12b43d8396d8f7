import { expectAccessible } from '../accessible.ts'
import { expect, test } from '../fixtures.ts'
import { rosterOf } from '../models/roster.ts'
import { sessionOf } from '../models/session.ts'
import { solidPng } from '../solid-png.ts'

test.use({ shared: true })

const textFile = (name: string, mimeType: string, content: string | Buffer) => ({
  name,
  mimeType,
  buffer: Buffer.from(content),
})

test.beforeEach(async ({ consolePage: page }) => {
  await rosterOf(page).newSession.click()
  await expect(page).toHaveURL(/\/sessions\//)
  await expect(sessionOf(page).prompt).toBeFocused()
})

test('files, folders, agents, commands and the shell are written, and reach the engine as what they are', async ({
  consolePage: page,
  world,
  engine,
}) => {
  const session = sessionOf(page)
  const option = (name: string) => session.suggestions.getByRole('option', { name, exact: true })
  const partsOfNewest = async () => {
    const id = page.url().split('/').at(-1)
    const messages = await engine.ask<{ info: { role: string }; parts: { type: string }[] }[]>(
      `/session/${id}/message`,
    )
    return messages.findLast(({ info }) => info.role === 'user')?.parts ?? []
  }

  // A file, by keys alone: the active option is named by the box.
  await page.keyboard.type('see @auth')
  await expect(option('src/auth.js')).toBeVisible()
  const active = await session.prompt.getAttribute('aria-activedescendant')
  await expect(page.locator(`[id="${active}"]`)).toHaveAttribute('aria-selected', 'true')
  await expectAccessible(page, 'suggestions')
  await option('src/auth.js').click()
  await expect(session.prompt).toHaveValue('see @src/auth.js ')
  await page.keyboard.type('and @src')
  await expect(option('src/')).toBeVisible()
  await option('src/').click()
  await page.keyboard.type('with @gener')
  await expect(option('general')).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(session.prompt).toHaveValue('see @src/auth.js and @src/ with @general ')
  await page.keyboard.type('[script:text Looked.]')
  await page.keyboard.press('Enter')
  await expect(session.fromKilo.last()).toContainText('Looked.')
  await expect(session.fromYou.last().locator('mark')).toHaveText(['@src/auth.js', '@src/', '@general'])
  expect(await partsOfNewest()).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ type: 'file', mime: 'text/plain', filename: 'src/auth.js' }),
      expect.objectContaining({ type: 'file', mime: 'application/x-directory' }),
      expect.objectContaining({ type: 'agent', name: 'general' }),
    ]),
  )
  expect(world.model.requests.map(({ prompt }) => prompt).join('\n')).toContain('export function afterLogin')

  // A command that nobody knows is not sent; the engine's runs, ours opens what it opens.
  await page.keyboard.type('/inti now')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('note').filter({ hasText: 'There is no command /inti' })).toBeVisible()
  await session.prompt.fill('')
  await page.keyboard.type('/ini')
  await expect(option('/init')).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(session.prompt).toHaveValue('/init ')
  await page.keyboard.type('[script:text Initialised.]')
  await page.keyboard.press('Enter')
  await expect(session.fromKilo.last()).toContainText('Initialised.')
  await expect(session.fromYou.last()).toContainText('/init [script:text Initialised.]')
  await page.keyboard.type('/model')
  await expect(option('/model')).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: 'Model' })).toBeVisible()
  await page.keyboard.press('ControlOrMeta+d')
  await expect(page.getByRole('button', { name: 'Unfavourite' })).toBeVisible()
  expect(await engine.ask('/config/model-state')).toMatchObject({ favorite: [{ modelID: 'story' }] })
  await page.keyboard.press('ControlOrMeta+d')
  await expect(page.getByRole('button', { name: 'Favourite', exact: true })).toBeVisible()
  await page.keyboard.press('Escape')
  await session.prompt.focus()

  await page.keyboard.type('!echo shell-$((40+2))')
  await page.keyboard.press('Enter')
  await expect(session.fromKilo.last()).toContainText('echo shell-$((40+2))')
  await expect(session.prompt).toHaveValue('')

  // Earlier prompts, those of other sessions too.
  await expect(session.stop).toBeHidden()
  await rosterOf(page).newSession.click()
  await expect(session.conversation).toContainText('Ask Kilo about')
  await expect(session.prompt).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await expect(session.prompt).toHaveValue('!echo shell-$((40+2))')
  const main = page.getByRole('main')
  await expect(main.getByRole('button', { name: 'Folder: fieldnotes' })).toBeVisible()
})

test('fault 79: what is attached is seen by the model, and what would poison a session is refused', async ({
  consolePage: page,
}) => {
  const session = sessionOf(page)
  await session.attach(
    { name: 'wide.png', mimeType: 'image/png', buffer: solidPng(2600, 40) },
    textFile('notes.ts', 'video/mp2t', 'export const a = 1'),
    textFile(
      'drawing.svg',
      'image/svg+xml',
      '<svg xmlns="http://www.w3.org/2000/svg"><script>pwned = 1</script></svg>',
    ),
    textFile('broken.png', 'image/png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0])),
    textFile('all.zip', 'application/zip', Buffer.from([0x50, 0x4b, 3, 4, 0, 0])),
    textFile('evil\u202egnp.txt', 'text/plain', 'hello'),
  )
  await expect(session.attachments.getByRole('listitem')).toHaveCount(3)
  await expect(session.attachments).toContainText('made smaller')
  await expect(session.attachments).toContainText('\\u{202e}')
  const refused = page.getByRole('alert').filter({ hasText: 'Not attached' })
  await expect(refused).toHaveCount(3)
  await expect(refused.filter({ hasText: 'all.zip' })).toContainText('application/zip')
  await expectAccessible(page, 'attachments')
  await refused.filter({ hasText: 'drawing.svg' }).getByRole('button', { name: 'Attach as text' }).click()
  for (const name of ['broken.png', 'all.zip'])
    await refused.filter({ hasText: name }).getByRole('button', { name: 'Dismiss' }).click()
  await session.attachments.getByRole('button', { name: /Remove evil/ }).click()
  // The shell takes none: nothing is dropped without a word.
  await session.prompt.fill('!ls')
  await session.prompt.press('Enter')
  await expect(page.getByRole('note').filter({ hasText: 'The shell takes no attachments' })).toBeVisible()
  await expect(session.attachments.getByRole('listitem')).toHaveCount(3)
  // A file that is held over a dialog goes nowhere: the browser would leave the page for it.
  await session.model.click()
  const dialog = page.getByRole('dialog', { name: 'Model' })
  await expect(dialog).toBeVisible()
  const hold = (element: Element) => {
    const dataTransfer = new DataTransfer()
    dataTransfer.items.add(new File(['x'], 'x.txt'))
    const event = new DragEvent('dragover', { dataTransfer, bubbles: true, cancelable: true })
    element.dispatchEvent(event)
    return event.defaultPrevented
  }
  expect(await dialog.evaluate(hold)).toBe(true)
  await page.keyboard.press('Escape')
  await session.prompt.fill('[script:saw]')
  await session.send.click()
  await expect(session.fromKilo.last()).toContainText('I see image/png.')
  await expect(session.attachments).toBeHidden()
  // The session is as sound as it was.
  await session.ask('[script:text Still here.]')
  await expect(session.fromKilo.last()).toContainText('Still here.')
  expect(await page.evaluate(() => Reflect.get(window, 'pwned'))).toBeUndefined()
  await page.goto(new URL('/', page.url()).href)
  await expect(rosterOf(page).connection).toContainText('Connected')
  expect(await page.locator('body').evaluate(hold)).toBe(true)
})

test('a draft outlives the page, the queue can be withdrawn and edited, a lost prompt is offered again', async ({
  consolePage: page,
  world,
  engine,
  problems,
}) => {
  // The engine is asked for a message that it does not have.
  problems.allow(/404 \(Not Found\) .*\/message\/msg_/)
  const session = sessionOf(page)
  await page.keyboard.type('half a thought about @auth')
  await session.suggestions.getByRole('option', { name: 'src/auth.js', exact: true }).click()
  await page.reload()
  await expect(session.prompt).toHaveValue('half a thought about @src/auth.js ')
  await session.prompt.fill('')

  await session.ask('[script:gated one two]')
  await expect(session.fromKilo.last()).toContainText('one')
  for (const text of ['second thing', 'third thing']) {
    await session.prompt.fill(text)
    await session.send.click()
  }
  await expect(session.queue.getByRole('listitem')).toContainText(['second thing', 'third thing'])
  await expectAccessible(page, 'queue')
  await session.queue.getByRole('listitem').first().getByRole('button', { name: 'Withdraw' }).click()
  await expect(session.queue.getByRole('listitem')).toHaveCount(1)
  // A page that was not there knows it from the messages.
  await page.reload()
  await expect(session.queue.getByRole('listitem')).toContainText(['third thing'])
  await session.queue.getByRole('button', { name: 'Edit' }).click()
  await expect(session.prompt).toHaveValue('third thing')
  await expect(session.queue).toBeHidden()
  world.model.release()
  await expect(session.fromKilo.last()).toContainText('one two')
  expect(world.model.requests.map(({ prompt }) => prompt)).not.toContain('second thing')

  // The engine does this by itself after a change of settings, two times of three: here it is the way there that loses it.
  await page.route('**/prompt_async*', (route) => route.fulfill({ json: true }), { times: 1 })
  await session.prompt.fill('[script:text Found again.]')
  await session.send.click()
  await expect(session.conversation).toContainText('Kilo has not received this')
  await expectAccessible(page, 'lost prompt')
  await page.reload()
  await expect(session.conversation).toContainText('Kilo has not received this')
  await page.getByRole('button', { name: 'Send again' }).click()
  await expect(session.fromKilo.last()).toContainText('Found again.')
  const id = page.url().split('/').at(-1)
  const messages = await engine.ask<{ parts: { type: string; text?: string }[] }[]>(`/session/${id}/message`)
  const sent = messages
    .flatMap(({ parts }) => parts)
    .filter(({ text }) => text?.startsWith('[script:text Found'))
  expect(sent).toHaveLength(1)

  // One that was refused can be written on, with what it named.
  problems.allow(/500 \(Internal Server Error\) .*prompt_async/)
  await page.route('**/prompt_async*', (route) => route.fulfill({ status: 500, json: {} }), { times: 1 })
  await session.prompt.fill('')
  await session.prompt.pressSequentially('mend @auth')
  await session.suggestions.getByRole('option', { name: 'src/auth.js', exact: true }).click()
  await session.send.click()
  await expect(session.conversation).toContainText('Couldn’t send this')
  await session.conversation.getByRole('button', { name: 'Edit', exact: true }).click()
  await expect(session.prompt).toHaveValue('mend @src/auth.js')
  await expect(page.locator('form mark')).toHaveText('@src/auth.js')
  await expect(session.conversation).not.toContainText('Couldn’t send this')

  // In a narrower window the text takes more lines, and all of them are seen.
  const hidden = () => session.prompt.evaluate((box) => box.scrollHeight - box.clientHeight)
  await session.prompt.fill(
    'a prompt that is as long as a line of a wide window, and longer than one of a phone',
  )
  await page.setViewportSize({ width: 390, height: 844 })
  await expect.poll(hidden).toBe(0)
  await page.setViewportSize({ width: 1280, height: 720 })

  // What a button has made of a prompt can be taken back.
  await session.prompt.fill('mend it')
  await page.getByRole('button', { name: 'Enhance prompt' }).click()
  await expect(session.prompt).toHaveValue(/The work so far/)
  await page.getByRole('button', { name: 'Undo enhance' }).click()
  await expect(session.prompt).toHaveValue('mend it')
})
