import { expect, test } from '../fixtures.ts'
import { rosterOf } from '../models/roster.ts'
import { serversOf } from '../models/servers.ts'
import { sessionOf } from '../models/session.ts'
import { daemonAddress } from '../world/engine.ts'

// Its repository is the engine's own all the time: of one that was put in the place of another the engine knows no branch.
test('fault 44: a killed daemon is shown, started again, and its sessions go on', async ({
  consolePage: page,
  world,
  problems,
}) => {
  problems.allow(/Failed to load resource|WebSocket/)
  const session = sessionOf(page)
  await rosterOf(page).newSession.click()
  await session.ask('[script:text Remember me.]')
  await expect(session.fromKilo.last()).toContainText('Remember me.')

  await expect(page.getByRole('main').getByRole('button', { name: 'Branch: main' })).toBeVisible()

  // The turn is over: an engine killed while it takes its first snapshot waits long for its own lock afterwards.
  await expect(session.stop).toBeHidden()
  const { pid } = await daemonAddress(world)
  process.kill(pid, 'SIGKILL')
  const servers = serversOf(page)
  await expect(servers.start).toBeVisible()
  await servers.start.click()
  await expect(servers.restart).toBeVisible()

  await expect.poll(async () => (await daemonAddress(world)).pid).not.toBe(pid)
  await expect(session.fromKilo.last()).toContainText('Remember me.')
  await session.ask('[script:text Still here.]')
  await expect(session.fromKilo.last()).toContainText('Still here.')
})
