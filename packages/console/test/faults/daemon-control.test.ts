import { ensure } from '@kilo-console/daemon'
import { expect, test, vi } from 'vitest'
import { useWorld, type World } from '@kilo-console/daemon/testing'
import { daemonControl } from '../../host/servers/daemon-control.ts'

let world: World
useWorld((made) => (world = made))

test('one that is ending is shown as stopped, and its password goes nowhere', async () => {
  const env = await world.engine('1.0.0', { FAKE_MODE: 'linger' })
  const { state } = await ensure(world.service({ env }))
  const control = daemonControl(env)
  expect(await control.look()).toMatchObject({
    info: { health: 'healthy', pid: state.pid, version: '1.0.0' },
    target: { url: state.url },
  })
  process.kill(state.pid, 'SIGTERM')
  await vi.waitFor(async () =>
    expect(await control.look()).toMatchObject({ info: { health: 'offline' }, target: null }),
  )
  expect(await world.processes()).toEqual([state.pid])
})
