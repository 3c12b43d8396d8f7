import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ensure, restart } from '../../src/lifecycle/ensure.ts'
import { identify } from '../../src/process/identity.ts'
import { status } from '../../src/lifecycle/status.ts'
import { stop } from '../../src/lifecycle/stop.ts'
import { useWorld } from '../world/suite.ts'
import type { World } from '../world/world.ts'

let world: World
useWorld((made) => (world = made))

const fast = { patienceMs: 600, startMs: 10_000 }

describe('ports and identity', () => {
  it('fault 16: all ports taken', async () => {
    const { first, last } = world.ports
    const servers = Array.from({ length: last - first + 1 }, (_, index) =>
      createServer().listen(first + index, '127.0.0.1'),
    )
    await Promise.all(servers.map((server) => once(server, 'listening')))
    await expect(ensure(world.service(), fast)).rejects.toMatchObject({
      code: 'ports-taken',
      message: expect.stringContaining(`${first}-${last}`),
    })
    await expect(ensure(world.service({ port: first }), fast)).rejects.toMatchObject({ code: 'port-taken' })
    expect(await world.processes()).toEqual([])
    for (const server of servers) server.close()
  })

  it('fault 17: a port that is taken in between is passed over', async () => {
    const env = await world.engine('1.0.0', { FAKE_MODE: 'taken-once', FAKE_MARK: join(world.home, 'mark') })
    expect(await ensure(world.service({ env }), fast)).toMatchObject({
      started: true,
      state: { port: world.ports.first + 1 },
    })
  })

  it('fault 18: the password is not sent to another server on the recorded port', async () => {
    const service = world.service()
    const { state } = await ensure(service, fast)
    await stop(service)
    let asked = 0
    const foreign = createServer((_, response) =>
      response.end(`{"healthy":true,"version":"1.0.0"}${asked++}`),
    )
    foreign.listen(state.port, '127.0.0.1')
    await once(foreign, 'listening')
    // The recorded process lives, and it is another one that listens where it should.
    const recorded = spawn('sleep', ['1000'])
    await once(recorded, 'spawn')
    const pid = recorded.pid ?? 0
    await writeFile(service.paths.state, JSON.stringify({ ...state, pid, identity: await identify(pid) }), {
      mode: 0o600,
    })
    expect(await status(service)).toMatchObject({
      running: true,
      healthy: false,
      reason: 'it listens no more',
    })
    const next = await ensure(service, fast)
    expect(next).toMatchObject({ started: true, replaced: true })
    expect(next.state.port).not.toBe(state.port)
    expect(asked).toBe(0)
    foreign.close()
  })

  it('fault 19: a recorded pid that is now another program is not signalled', async () => {
    const service = world.service()
    const { state } = await ensure(service, fast)
    await world.editState({ identity: { ...state.identity, startTime: '1' } })
    expect(await status(service)).toMatchObject({ running: true, reason: expect.stringContaining('adopts') })
    await ensure(service, fast)
    expect(await world.processes()).toEqual([state.pid])
  })

  it('fault 21: another port or hostname is refused with the way to it', async () => {
    const { state } = await ensure(world.service(), fast)
    const port = world.ports.last
    await expect(ensure(world.service({ port }), fast)).rejects.toMatchObject({
      code: 'other-options',
      hint: `kilo daemon restart --port ${port}`,
    })
    await expect(ensure(world.service({ hostname: '0.0.0.0' }), fast)).rejects.toMatchObject({
      hint: 'kilo daemon restart --hostname 0.0.0.0',
    })
    expect(await restart(world.service({ port }), fast)).toMatchObject({ state: { port } })
    expect(await world.processes()).not.toContain(state.pid)
  })
})
