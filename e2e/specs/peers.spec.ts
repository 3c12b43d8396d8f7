import {
  callAs,
  canBeOthers,
  makeAccount,
  startSquatter,
} from '../../packages/daemon/test/world/other-user.ts'
import { expect, test } from '../fixtures.ts'
import { serversOf } from '../models/servers.ts'
import { daemonAddress } from '../world/engine.ts'

test.use({ shared: true })

const NOTHING = { connections: 0, bytes: 0, text: '' }

test('fault 55, 56: another user’s servers are named and hear nothing, another user’s requests are refused', async ({
  consolePage: page,
  kilo,
  world,
  problems,
}) => {
  test.skip(!canBeOthers, 'needs another user of this machine, so it runs as root only')
  problems.allow(/Failed to load resource|WebSocket/)
  const account = await makeAccount('kilo-e2e-other')
  const beside = await startSquatter({ port: 4110, uid: account.uid })
  const { pid, url } = await daemonAddress(world)
  const port = Number(new URL(url).port)
  const servers = serversOf(page)
  let onRecorded: typeof beside | undefined
  try {
    await test.step('its server stands in the list, and there is nothing to press', async () => {
      const row = servers.region.getByText("Port 4110: another user's server (kilo-e2e-other)")
      await expect(row).toBeVisible()
      await expect(servers.region.getByRole('link')).toHaveCount(0)
      await expect(servers.region.getByRole('button', { name: /password.*4110/i })).toHaveCount(0)
      expect((await kilo(['doctor'])).stdout).toContain("4110: another user's server (kilo-e2e-other)")
    })

    await test.step('its requests to the console are refused', async () => {
      const at = new URL(page.url())
      const bytes = `GET / HTTP/1.1\r\nHost: ${at.host}\r\n\r\n`
      const answers = await callAs(account.uid, { port: Number(at.port), bytes, times: 50 })
      expect(Object.keys(answers)).toEqual([expect.stringMatching(/^HTTP\/1\.1 403 /)])
    })

    await test.step('it takes the port of the daemon that was killed: the open page tells it nothing', async () => {
      process.kill(pid, 'SIGKILL')
      await expect(servers.start).toBeVisible()
      onRecorded = await startSquatter({ port, uid: account.uid })
      await expect(servers.region.getByText(`Port ${port}: another user's server`)).toBeVisible()
      expect((await kilo(['daemon', 'status'])).stdout).toContain(`port ${port}: another user's server`)
      await servers.start.click()
      await expect(servers.restart).toBeVisible()
      expect(new URL((await daemonAddress(world)).url).port).not.toBe(String(port))
      await expect(servers.region.getByText(`Port ${port}: another user's server`)).toBeVisible()
    })
    expect([await beside.heard(), await onRecorded?.heard()]).toEqual([NOTHING, NOTHING])
  } finally {
    await beside.end()
    await onRecorded?.end()
    await account.remove()
  }
})
