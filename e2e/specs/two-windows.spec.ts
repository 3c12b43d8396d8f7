import { expect, test } from '../fixtures.ts'
import { rosterOf } from '../models/roster.ts'
import { sessionOf } from '../models/session.ts'

test.use({ shared: true })

test('two windows show the same session while it is written', async ({
  consolePage: page,
  context,
  world,
}) => {
  await rosterOf(page).newSession.click()
  const here = sessionOf(page)
  await here.ask('[script:gated first second third]')
  await expect(here.fromKilo.last()).toContainText('first')

  const other = await context.newPage()
  await other.goto(page.url())
  const there = sessionOf(other)
  await expect(there.fromKilo.last()).toContainText('first')
  for (const word of ['first second', 'first second third']) {
    world.model.release()
    await expect(here.fromKilo.last()).toContainText(word)
    await expect(there.fromKilo.last()).toContainText(word)
  }
  await there.ask('[script:text Asked over there.]')
  await expect(here.fromKilo.last()).toContainText('Asked over there.')
})

test('a session of the command line appears without a reload', async ({ consolePage: page, kilo }) => {
  const title = 'From the shell'
  const ran = await kilo(['run', '--title', title, '[script:text Hello, terminal.]'])
  expect(ran, ran.stderr).toMatchObject({ code: 0 })
  expect(ran.stdout).toContain('Hello, terminal.')
  await rosterOf(page).entry(new RegExp(title)).click()
  await expect(sessionOf(page).fromKilo.last()).toContainText('Hello, terminal.')
})
