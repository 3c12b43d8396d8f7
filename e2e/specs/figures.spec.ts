import { AxeBuilder } from '@axe-core/playwright'
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { kiloPaths } from '@kilo-console/daemon'
import { expect, test } from '../fixtures.ts'
import { serversOf } from '../models/servers.ts'
import { succeed } from '../run.ts'
import { daemonAddress } from '../world/engine.ts'

test.use({ shared: true })

test('memory and processor of the daemon, drawn and in words', async ({ consolePage: page }) => {
  const usage = serversOf(page).region.getByRole('button', { name: /^Memory and processor: \d+ MB, \d+%$/ })
  await usage.click()
  const dialog = page.getByRole('dialog', { name: 'Memory and processor' })
  const memory = dialog.getByRole('figure').filter({ hasText: 'Memory' })
  await expect(memory).toContainText(/\d+ MB( now, \d+ MB to \d+ MB|, steady)/)
  await expect(dialog.getByRole('figure').filter({ hasText: 'Processor' })).toContainText(/%/)
  await expect(memory.locator('canvas')).toBeVisible()
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const { violations } = await new AxeBuilder({ page }).include('[role=dialog]').analyze()
    expect(violations.map(({ id }) => id)).toEqual([])
  }
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(usage).toBeFocused()
})

test('a daemon above the memory limit: the page says so, and restarts it; fault 29: it outlives the host that did', async ({
  consolePage: page,
  problems,
  world,
}) => {
  problems.allow(/Failed to load resource|WebSocket/)
  const { settings } = kiloPaths(world.env).own
  await mkdir(path.dirname(settings), { recursive: true })
  await writeFile(settings, '{"memoryLimit": "100M"}')
  const notice = page.getByRole('region', { name: 'Notice' })
  await expect(notice).toContainText(/The engine uses \d+ MB/)
  await expect(notice).toContainText('its limit of 100 MB')
  const status = await world.kilo(['daemon', 'status'])
  expect(status.stdout).toMatch(/warning: the daemon uses \d+ MB, more than its limit of 100M/)
  const before = JSON.parse((await world.kilo(['daemon', 'status', '--json'])).stdout) as {
    state: { pid: number }
  }

  await writeFile(settings, '{"memoryLimit": "off"}')
  await expect(notice).toBeHidden()
  await writeFile(settings, '{"memoryLimit": "100M"}')
  await notice.getByRole('button', { name: 'Restart' }).click()
  await expect
    .poll(async () => {
      const { stdout } = await world.kilo(['daemon', 'status', '--json'])
      const now = JSON.parse(stdout) as { healthy: boolean; state?: { pid: number } }
      return now.healthy && now.state?.pid !== before.state.pid
    })
    .toBe(true)
  const restarted = await daemonAddress(world)
  await succeed(world.kilo(['console', 'stop']))
  await succeed(world.kilo(['daemon', 'status']))
  expect((await daemonAddress(world)).pid).toBe(restarted.pid)
})
