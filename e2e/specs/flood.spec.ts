import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures.ts'
import { floodOf } from '../models/flood.ts'
import { rosterOf } from '../models/roster.ts'
import { terminalOf } from '../models/terminal.ts'
import { daemonAddress, until, type EngineClient } from '../world/engine.ts'
import { peakMemory } from '../world/memory.ts'
import type { World } from '../world/world.ts'

test.skip(process.platform !== 'linux', 'elsewhere no process can be proven to be a terminal’s')
// Until it is held `yes` prints 24 MB, at the pace of a machine that does other things, too.
test.setTimeout(400_000)

const LIMIT_BYTES = 1.5 * 2 ** 30
const PATIENCE = { timeout: 150_000 }

const yesOf = async (world: World) => (await world.processes()).filter(({ command }) => command === 'yes')

async function expectPeak(world: World): Promise<void> {
  const { pid } = await daemonAddress(world)
  const bytes = await peakMemory(pid)
  test.info().annotations.push({ type: 'peak', description: `${Math.round(bytes / 2 ** 20)} MiB` })
  expect(bytes).toBeLessThan(LIMIT_BYTES)
}

/** Sends a prompt past the page, and waits for the answer. */
async function expectAnswer(engine: EngineClient, words: string): Promise<void> {
  const id = await engine.prompt(`[script:text ${words}]`, 'Another session')
  await until('the answer of another session', async () =>
    JSON.stringify(await engine.ask(`/session/${id}/message`)).includes(`"text":"${words}"`)
      ? true
      : undefined,
  )
}

/** A shell in the project, its text readable: its address. */
async function openTerminal(page: Page, engine: EngineClient, world: World): Promise<string> {
  const { id } = await engine.ask<{ id: string }>('/pty', { cwd: world.project })
  const url = `${new URL(page.url()).origin}/servers/daemon/terminals/${id}?screenReader=1`
  await page.goto(url)
  await expectShell(page, 'ready')
  return url
}

/** The shell takes commands again. */
async function expectShell(page: Page, mark: string): Promise<void> {
  await terminalOf(page).type(`echo ${mark}-$((40+2))`)
  await expect(terminalOf(page).region).toContainText(`${mark}-42`)
}

test('fault 75: a large log runs to its end, `yes` is held before it takes the machine down', async ({
  consolePage: page,
  world,
  engine,
  problems,
}) => {
  const flood = floodOf(page)
  const terminal = terminalOf(page)
  const url = await openTerminal(page, engine, world)
  // On a busy machine a turn would begin with the engine's question whether to go on without its snapshots.
  await writeFile(path.join(world.project, 'kilo.json'), '{"snapshot":false}')
  await engine.ask('/instance/reload', {})
  await expectAnswer(engine, 'Ready.')

  await test.step('a large log, in the foreground and beside it', async () => {
    await terminal.type('seq 1 700000; echo over-$((40+2))')
    await expect(terminal.region).toContainText('over-42', PATIENCE)
    await expect(flood.region).toBeHidden()
    await expectPeak(world)
  })

  await test.step('with the tab open, while another session answers; Continue and Interrupt', async () => {
    await terminal.type('yes')
    await expect.poll(() => yesOf(world)).toHaveLength(1)
    await expectAnswer(engine, 'Still here.')
    await expect(flood.region).toContainText('This terminal prints too fast', PATIENCE)
    await expect(flood.region).toContainText('yes')
    await expect(rosterOf(page).region).toContainText('paused')
    // How long it is gone depends on the machine: an engine without memory to spare has it held again at once.
    const goesOn = page.waitForResponse((answer) => answer.url().endsWith('/continue') && answer.ok())
    await flood.goOn.click()
    await goesOn
    await expect(flood.region).toBeVisible(PATIENCE)
    expect(await yesOf(world)).toHaveLength(1)
    await flood.interrupt.click()
    await expect(flood.region).toBeHidden()
    await expect.poll(() => yesOf(world)).toEqual([])
    await expectShell(page, 'interrupted')
    await expectPeak(world)
  })

  await test.step('with the tab hidden; Ctrl-C works', async () => {
    await terminal.type('yes')
    await expect.poll(() => yesOf(world)).toHaveLength(1)
    await page.getByRole('link', { name: 'Another session' }).first().click()
    await expect(rosterOf(page).region).toContainText('paused', PATIENCE)
    await expectAnswer(engine, 'Here too.')
    await page.goto(url)
    await expect(flood.region).toBeVisible()
    await terminal.input.focus()
    await page.keyboard.press('Control+c')
    await expect(flood.region).toBeHidden()
    await expect.poll(() => yesOf(world)).toEqual([])
    await expectShell(page, 'stopped')
    await expectPeak(world)
  })

  await test.step('with no page at all; Close ends it', async () => {
    // The dialog hands the focus back to the terminal, which tells its size to a shell that is ended at that moment.
    problems.allow(/404.*\/pty\//)
    await terminal.type('yes')
    await expect.poll(() => yesOf(world)).toHaveLength(1)
    await page.goto('about:blank')
    await expectAnswer(engine, 'And here.')
    await page.goto(url)
    await expect(flood.region).toBeVisible(PATIENCE)
    await flood.close.click()
    await page.getByRole('button', { name: 'Close anyway' }).click()
    await expect(terminal.region).toBeHidden()
    await expect.poll(() => yesOf(world)).toEqual([])
    await expectPeak(world)
  })
})
