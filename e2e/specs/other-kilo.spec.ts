/** A newer engine of Kilo's than the one that comes along: as a user's own, and as somebody else's server beside it. */
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { fetchEngine, OTHER_ENGINES } from '../../scripts/other-engines.mjs'
import { rosterOf } from '../models/roster.ts'
import { serversOf } from '../models/servers.ts'
import { sessionOf } from '../models/session.ts'
import { terminalOf } from '../models/terminal.ts'
import { succeed } from '../run.ts'
import { worldEnvironment } from '../world/environment.ts'
import { launchConsole } from '../world/launch.ts'
import { startServer } from '../world/other-server.ts'
import { makeWorld } from '../world/world.ts'

const { version } = OTHER_ENGINES.kilo
const PORT = 4106

test(`Kilo ${version} is the daemon’s engine by KILO_ENGINE, and another’s server`, async ({ page }) => {
  const world = await makeWorld({ snapshots: false })
  const program = fetchEngine('kilo')
  const engine = { env: { KILO_ENGINE: program } }
  const session = sessionOf(page)
  try {
    await test.step('it starts, and status and doctor name it', async () => {
      await succeed(world.kilo(['daemon', 'start'], engine))
      const { stdout } = await succeed(world.kilo(['daemon', 'status', '--json'], engine))
      expect(JSON.parse(stdout)).toMatchObject({ running: true, healthy: true, health: { version } })
      expect((await world.kilo(['doctor'], engine)).stdout).toContain(version)
    })

    await test.step('a session asks for permission and answers', async () => {
      await page.goto(await launchConsole(world))
      await rosterOf(page).newSession.click()
      await session.ask('[script:bash echo hello]')
      await expect(session.permission.region).toContainText('in every project')
      await session.permission.once.click()
      await expect(session.fromKilo.last()).toContainText('Ran echo hello.')
      await expect(session.stop).toBeHidden()
    })

    await test.step('a terminal opens and types', async () => {
      await rosterOf(page).newTerminal.click()
      await expect(terminalOf(page).region).toBeVisible()
      await page.goto(`${page.url()}?screenReader=1`)
      await terminalOf(page).type('echo here-$((40+2)); exit')
      await expect(terminalOf(page).region).toContainText('here-42')
      await expect(terminalOf(page).region).toContainText('exited')
    })

    await test.step('another’s server of it is named by its address, and takes a session', async () => {
      const home = path.join(world.home, 'another')
      await mkdir(home)
      const env = worldEnvironment(home, world.model, { snapshots: false })
      const server = await startServer({ program, port: PORT, env, cwd: world.project })
      try {
        await expect(serversOf(page).region).toContainText(`localhost:${PORT}${version}`)
        await page.getByRole('button', { name: 'Folder: fieldnotes' }).first().click()
        await page
          .getByRole('option', { name: 'fieldnotes' })
          .filter({ hasText: `localhost:${PORT}` })
          .click()
        await rosterOf(page).newSession.click()
        await session.ask('[script:text Over there.]')
        await expect(session.fromKilo.last()).toContainText('Over there.')
      } finally {
        await server.close()
      }
    })
  } finally {
    expect(await world.close(), 'processes that outlived the test').toEqual([])
  }
})
