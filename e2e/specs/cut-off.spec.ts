/** The engine is killed while it works: nothing dead looks alive, and what was cut off goes on. */
import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures.ts'
import { rosterOf } from '../models/roster.ts'
import { serversOf } from '../models/servers.ts'
import { sessionOf } from '../models/session.ts'
import { daemonAddress, until } from '../world/engine.ts'

const titles = ['A command that runs', 'A command that asks', 'A question', 'An answer'] as const

/** Every session says that it was cut off, nothing waits for anybody, and nothing is at work. */
async function expectCutOff(page: Page): Promise<void> {
  const roster = rosterOf(page)
  for (const title of titles) await expect(roster.entry(title)).toHaveAccessibleDescription(/Interrupted/)
  await expect(roster.group('Needs you')).toBeHidden()
  await expect(roster.group('Working')).toBeHidden()
}

test.use({ shared: true })

test('fault 66: after a kill -9 nothing dead looks alive, before and after the restart, and Resume goes on', async ({
  consolePage: page,
  world,
  engine,
  problems,
}) => {
  // Two cold starts of an engine.
  test.slow()
  problems.allow(/Failed to load resource|WebSocket/)
  const roster = rosterOf(page)
  const session = sessionOf(page)
  const servers = serversOf(page)

  await test.step('four sessions at work', async () => {
    // The first runs as long as the engine: a command leads a session of its own and outlives an engine that is killed.
    const prompts = [
      'bash while kill -0 $PPID; do sleep 0.1; done',
      'bash echo hi',
      'question Which colour?: Red | Blue',
      'gated alpha beta',
    ]
    for (const [index, title] of titles.entries()) await engine.prompt(`[script:${prompts[index]}]`, title)
    await roster.entry(titles[0]).click()
    await session.permission.once.click()
    await expect(session.conversation.getByRole('img', { name: 'running' })).toBeVisible()
    await expect(roster.group('Needs you').getByRole('link')).toHaveCount(2)
    await expect(roster.group('Working').getByRole('link')).toHaveCount(2)
  })

  await test.step('the engine is killed', async () => {
    const { pid } = await daemonAddress(world)
    process.kill(pid, 'SIGKILL')
    await expect(servers.start).toBeVisible()
    await expectCutOff(page)
    await expect(session.conversation.getByRole('img', { name: 'interrupted' })).toBeVisible()
    await expect(session.conversation).not.toContainText('Working')
    await expect(session.conversation.getByRole('note')).toContainText('Interrupted')
    await expect(session.resume).toBeHidden()
  })

  await test.step('it is started again', async () => {
    await servers.start.click()
    await expect(servers.restart).toBeVisible()
    await expect(session.resume).toBeVisible()
    await expectCutOff(page)
    await roster.entry(titles[1]).click()
    for (const again of [false, true]) {
      if (again) await page.reload()
      await expect(session.resume).toBeVisible()
      await expect(session.conversation).toContainText('Interrupted')
      await expect(session.permission.region).toBeHidden()
      await expect(session.stop).toBeHidden()
      await expectCutOff(page)
    }
  })

  await test.step('Resume goes on from there', async () => {
    await roster.entry(titles[0]).click()
    await expect(session.conversation.getByRole('img', { name: 'interrupted' })).toBeVisible()
    await session.resume.click()
    await expect(session.fromKilo.last()).toContainText('Going on from where it was cut off.')
    await expect(session.resume).toBeHidden()
    await expect(roster.entry(titles[0])).not.toHaveAccessibleDescription(/Interrupted/)
    // Not asked anew: the engine goes on with the same prompt.
    await expect(session.fromYou).toHaveCount(1)
  })
})

test('fault 66: what a stopped turn asked is asked no more, also of the next turn', async ({
  consolePage: page,
  engine,
}) => {
  const session = sessionOf(page)
  const id = await engine.prompt('[script:bash echo stale]', 'Stopped by another client')
  await rosterOf(page).entry('Stopped by another client').click()
  await expect(session.permission.region).toContainText('echo stale')
  await engine.ask(`/session/${id}/abort`, {})
  await expect(session.permission.region).toBeHidden()
  expect(await engine.ask('/permission')).toHaveLength(1)
  await session.ask('[script:stall]')
  await expect(session.stop).toBeVisible()
  await page.reload()
  await expect(session.stop).toBeVisible()
  await expect(session.permission.region).toBeHidden()

  await test.step('our own Stop leaves none', async () => {
    await session.stop.click()
    await session.ask('[script:bash echo mine]')
    await expect(session.permission.region).toContainText('echo mine')
    await session.stop.click()
    await expect(session.send).toBeVisible()
    await until('the request to be gone', async () => {
      const asked = await engine.ask<{ patterns: string[] }[]>('/permission')
      return asked.some(({ patterns }) => patterns.includes('echo mine')) ? undefined : true
    })
    await session.resume.click()
    await expect(session.fromKilo.last()).toContainText('Going on from where it was cut off.')
  })
})
