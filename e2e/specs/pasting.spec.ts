import { readFile, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures.ts'
import { rosterOf } from '../models/roster.ts'
import { terminalOf } from '../models/terminal.ts'

test.use({ shared: true })

/** Pastes as the browser does for a menu or the middle button. */
const pasteText = (page: Page, text: string) =>
  page.evaluate((text) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', text)
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
    document.activeElement?.dispatchEvent(event)
  }, text)

const dropText = (page: Page, text: string) =>
  page.evaluate((text) => {
    const dataTransfer = new DataTransfer()
    dataTransfer.setData('text/plain', text)
    const event = new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true })
    document.querySelector('.xterm-screen')?.dispatchEvent(event)
  }, text)

test('fault 73: what is pasted into a terminal runs nothing', async ({
  consolePage: page,
  context,
  world,
}) => {
  const inProject = (name: string) => path.join(world.project, name)
  const size = (name: string) =>
    stat(inProject(name)).then(
      ({ size }) => size,
      () => -1,
    )
  await expect(
    page.getByRole('region', { name: 'Servers' }).getByRole('img', { name: 'running' }),
  ).toBeVisible()
  await rosterOf(page).newTerminal.click()
  const terminal = terminalOf(page)
  await expect(terminal.region).toBeVisible()
  await page.goto(`${page.url()}?screenReader=1`)
  let prompts = 0
  /** Waits for a prompt of its own: bash asks for brackets with each, and not while something runs. */
  const atPrompt = async () => {
    prompts += 1
    await terminal.type(`PS1='at''-prompt-${prompts} '; clear`)
    await expect(terminal.region).toContainText(`at-prompt-${prompts}`)
  }

  await test.step('a text that ends the bracketed paste, by every way in', async () => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    const cdp = await context.newCDPSession(page)
    const ways: [name: string, paste: (text: string) => Promise<unknown>][] = [
      ['menu', (text) => pasteText(page, text)],
      ['drop', (text) => dropText(page, text)],
      // As on-screen keyboards and input methods commit a text.
      ['keyboard', (text) => cdp.send('Input.insertText', { text })],
      [
        'keys',
        async (text) => {
          await page.evaluate((text) => navigator.clipboard.writeText(text), text)
          await page.keyboard.press('Control+Shift+V')
        },
      ],
    ]
    for (const [name, paste] of ways)
      for (const end of ['\u001B[201~', '\u009B201~']) {
        await atPrompt()
        await terminal.input.focus()
        await paste(`echo pasted-${name}${end}\ntouch ran-${name}\u0003\u0004\n`)
        await expect(terminal.region).toContainText(`pasted-${name}`)
        // All of it: what is still on its way when the paste is given up is typed.
        await expect(terminal.region).toContainText(`touch ran-${name}`)
        await page.keyboard.press('Control+c')
        await expect(terminal.region).toContainText(/\^C\s*at-prompt-/)
        await terminal.type('touch after')
        await expect.poll(() => size('after')).toBe(0)
        await rm(inProject('after'))
        expect(await size(`ran-${name}`), name).toBe(-1)
      }
    await expect(terminal.region).toContainText('3 control characters left out of the paste')
  })

  await test.step('lines for a program that takes no brackets are asked for', async () => {
    await atPrompt()
    await terminal.type('stty -echo; echo reads-$((1+1)); cat > lines; echo end-$((1+1))')
    await expect(terminal.region).toContainText('reads-2')
    const question = page.getByRole('group', { name: 'Paste', exact: true })
    await pasteText(page, 'one\ntwo\n')
    await expect(question).toContainText('Paste 2 lines?')
    await question.getByRole('button', { name: 'Cancel' }).click()
    await expect(question).toBeHidden()
    await expect(terminal.input).toBeFocused()
    await pasteText(page, 'three\nfour\n')
    await question.getByRole('button', { name: 'Paste' }).click()
    await expect.poll(() => size('lines')).toBe('three\nfour\n'.length)
    expect(await readFile(inProject('lines'), 'utf8')).toBe('three\nfour\n')
  })

  await test.step('five megabytes arrive whole', async () => {
    const text = `${'0123456789 äöü 漢字🎉 '.repeat(3)}\n`.repeat(57_000)
    await pasteText(page, text)
    await page.getByRole('button', { name: 'Paste', exact: true }).click()
    await expect.poll(() => size('lines')).toBe(Buffer.byteLength(`three\nfour\n${text}`))
    expect(await readFile(inProject('lines'), 'utf8')).toBe(`three\nfour\n${text}`)
    await page.keyboard.press('Control+d')
    await expect(terminal.region).toContainText('end-2')
  })
})
