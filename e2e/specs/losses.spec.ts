/** What would end is said before it is ended: sessions at work, and what runs in terminals, by name. */
import { expect, test } from '../fixtures.ts'
import { rosterOf } from '../models/roster.ts'
import { serversOf } from '../models/servers.ts'
import { terminalOf } from '../models/terminal.ts'
import { daemonAddress } from '../world/engine.ts'

test.use({ shared: true })

test('Stop, Restart and Close ask when something runs, name it, and ask no longer than there is something to ask', async ({
  consolePage: page,
  engine,
  world,
  problems,
}) => {
  problems.allow(/Failed to load resource|WebSocket/)
  const servers = serversOf(page)
  const terminal = terminalOf(page)
  const question = page.getByRole('dialog', { name: /\?$/ })
  const runs = (name: string) => async () => (await world.processes()).some(({ command }) => command === name)

  await test.step('a command in a terminal is named, by Stop and by Close', async () => {
    await expect(servers.restart).toBeVisible()
    await rosterOf(page).newTerminal.click()
    await terminal.type('cat notes -')
    await expect.poll(runs('cat notes -')).toBe(true)
    await servers.stop.click()
    await expect(question).toContainText('cat notes -')
    await question.getByRole('button', { name: 'Cancel' }).click()
    await terminal.close.click()
    await expect(question).toHaveAccessibleName('Close the terminal?')
    await expect(question.getByRole('listitem')).toHaveText(['cat notes -'])
    await question.getByRole('button', { name: 'Cancel' }).click()
    await expect(terminal.region).toBeVisible()
  })

  await test.step('a shell at its prompt is closed without a question', async () => {
    await terminal.input.focus()
    await page.keyboard.press('Control+c')
    await expect.poll(runs('cat notes -')).toBe(false)
    await terminal.close.click()
    await expect(terminal.region).toBeHidden()
    await expect(question).toBeHidden()
  })

  await test.step('a session at work is counted, and its end is seen', async () => {
    const id = await engine.prompt('[script:stall]', 'At work')
    await expect(rosterOf(page).group('Working')).toContainText('At work')
    // As soon as the button is there, before the page has read what runs.
    let release = () => {}
    const holding = new Promise<void>((resolve) => (release = resolve))
    await page.routeWebSocket('**/api/events*', (socket) => {
      const host = socket.connectToServer()
      let turn = Promise.resolve()
      host.onMessage((frame) => {
        if (String(frame).includes('"roster"')) turn = turn.then(() => holding)
        turn = turn.then(() => socket.send(frame))
      })
    })
    await page.reload()
    await servers.restart.click()
    await expect(question).toContainText('The sessions are still loading.')
    release()
    await expect(question).toContainText('This interrupts 1 session.')
    await engine.ask(`/session/${id}/abort`, {})
    await expect(question).toContainText('No session is working.')
    await question.getByRole('button', { name: 'Cancel' }).click()
  })

  const { pid } = await daemonAddress(world)
  await test.step('a restart that was confirmed ends the sessions that work', async () => {
    await engine.prompt('[script:stall]', 'At work again')
    await expect(rosterOf(page).group('Working')).toContainText('At work again')
    await servers.restart.click()
    await question.getByRole('button', { name: 'Restart anyway' }).click()
    await expect(servers.restart).toBeDisabled()
    await expect(servers.restart).toBeEnabled({ timeout: 60_000 })
    expect((await daemonAddress(world)).pid).not.toBe(pid)
  })

  await test.step('the question goes when the daemon does', async () => {
    await rosterOf(page).newTerminal.click()
    await terminal.type('cat notes -')
    await expect.poll(runs('cat notes -')).toBe(true)
    await servers.stop.click()
    await expect(question).toBeVisible()
    process.kill((await daemonAddress(world)).pid, 'SIGKILL')
    await expect(question).toBeHidden()
    await expect(servers.start).toBeVisible()
  })
})
