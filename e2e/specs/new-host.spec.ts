/** The host is started anew while the engine goes on. */
import { expect, test } from '../fixtures.ts'
import { rosterOf } from '../models/roster.ts'
import { sessionOf } from '../models/session.ts'
import { succeed } from '../run.ts'
import { freePort } from '../world/free-port.ts'
import { launchConsole } from '../world/launch.ts'

test.use({ shared: true })

test('fault 47: an answer whose beginning was missed says so until it is whole', async ({
  engine,
  kilo,
  page,
  problems,
  world,
}) => {
  problems.allow(/Failed to load resource|WebSocket/)
  problems.watch(page.context())
  // A port that no world beside this one takes while the host is gone.
  await succeed(kilo(['console', 'stop']))
  const port = ['--port', String(await freePort())]
  await page.goto(await launchConsole(world, ...port))
  const roster = rosterOf(page)
  await expect(roster.connection).toContainText('Connected')
  await engine.prompt('[script:gated alpha beta gamma]', 'In three parts')
  await roster.entry(/In three parts/).click()
  const answer = sessionOf(page).fromKilo.last()
  await expect(answer).toContainText('alpha')

  // The next host knows nothing of what this one heard, and the engine tells a part only when it is whole.
  await succeed(kilo(['console', 'stop']))
  await expect(roster.connection).not.toContainText('Connected')
  await launchConsole(world, ...port)
  await expect(roster.connection).toContainText('Connected')
  await expect(answer).toContainText('The beginning was missed')
  // The first may come with a snapshot; the second comes, like the text, with the engine's stream.
  for (const title of ['Another', 'One more']) {
    await engine.ask('/session', { title })
    await expect(roster.entry(title)).toBeVisible()
  }
  world.model.release()
  for (const again of [false, true]) {
    if (again) await page.reload()
    await expect(answer).toContainText(/The beginning was missed.*beta/s)
    await expect(answer).not.toContainText('alpha')
  }
  world.model.release()
  await expect(answer).toContainText('alpha beta gamma')
  await expect(answer).not.toContainText('missed')
})
