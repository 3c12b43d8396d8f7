import { once } from 'node:events'
import { chmod, readdir, readFile, writeFile } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { KiloError } from '../../src/errors.ts'
import { ensure, restart } from '../../src/lifecycle/ensure.ts'
import { start } from '../../src/lifecycle/start.ts'
import { readState } from '../../src/state/state-file.ts'
import { status } from '../../src/lifecycle/status.ts'
import { useWorld } from '../world/suite.ts'
import type { World } from '../world/world.ts'

let world: World
useWorld((made) => (world = made))

it('fault 10: one that was passed over leaves what its successor may have adopted, though it fails with another error', async () => {
  const ctrlC = new AbortController()
  const service = world.service()
  let isHeld = true
  const lock = {
    assertHeld: () => (isHeld ? Promise.resolve() : Promise.reject(new KiloError('lock-lost', '', ''))),
  }
  // Recorded, and not yet healthy: there it is stopped, passed over, and hears of a Ctrl-C when it goes on.
  const health: typeof service.health = (...args) => {
    isHeld = false
    ctrlC.abort()
    return service.health(...args)
  }
  const env = await world.engine('1.0.0', { FAKE_MODE: 'wedge' })
  const wedged = { ...world.service({ env }), health }
  const failed = start(wedged, { lock, startMs: 10_000, signal: ctrlC.signal, onSpawn: () => undefined })
  await expect(failed).rejects.toMatchObject({ code: 'interrupted' })
  const read = await readState(service)
  expect(read).toMatchObject({ kind: 'ok', state: { phase: 'starting' } })
  expect(await world.processes()).toEqual([read.kind === 'ok' && read.state.pid])
})

it.each([
  ['192.0.2.1', 'no such address'],
  ['no.such.host.invalid', 'no host of that name'],
])(
  'fault 16: a hostname that is not this machine’s (%s) is not called a port that is in use',
  async (hostname, why) => {
    await expect(ensure(world.service({ hostname }))).rejects.toMatchObject({
      code: 'not-bindable',
      message: expect.stringContaining(why),
    })
    expect(await world.processes()).toEqual([])
  },
)

it('fault 1: a restart of a daemon whose file is unusable keeps that file aside, and nothing else', async () => {
  const service = world.service()
  const { state } = await ensure(service)
  await writeFile(service.paths.state, 'garbage')
  expect(await status(service)).toMatchObject({ running: true })
  expect(await restart(service)).toMatchObject({ replaced: true })
  const aside = (await readdir(service.paths.folder)).filter((name) => name.includes('.bad-'))
  expect(await Promise.all(aside.map((name) => readFile(join(service.paths.folder, name), 'utf8')))).toEqual([
    'garbage',
  ])
  expect(await world.processes()).not.toContain(state.pid)
})

it('fault 16, 21: a restart to a place that cannot be had is refused, and the daemon that runs stays', async () => {
  const { state } = await ensure(world.service())
  const taken = createServer().listen(0, '127.0.0.1')
  await once(taken, 'listening')
  const { port } = taken.address() as AddressInfo
  await expect(restart(world.service({ port }))).rejects.toMatchObject({ code: 'port-taken' })
  await expect(restart(world.service({ hostname: '192.0.2.1' }))).rejects.toMatchObject({
    code: 'not-bindable',
    hint: 'kilo daemon restart --hostname 127.0.0.1',
  })
  expect(await world.processes()).toEqual([state.pid])
  expect(await restart(world.service({ port: state.port }))).toMatchObject({ state: { port: state.port } })
  taken.close()
})

it('an address that was asked for is kept by a restart, and not opened anew after a crash', async () => {
  await ensure(world.service({ hostname: '127.0.0.2' }))
  const { state } = await restart(world.service())
  expect(state.hostname).toBe('127.0.0.2')
  process.kill(state.pid, 'SIGKILL')
  expect(await ensure(world.service())).toMatchObject({ started: true, state: { hostname: '127.0.0.1' } })
})

it('fault 4: a torn file that others could read: the password that it may hold is changed', async () => {
  const service = world.service()
  const { state } = await ensure(service)
  await writeFile(service.paths.state, `${JSON.stringify(state)} and more`)
  await chmod(service.paths.state, 0o644)
  const next = await ensure(service)
  expect(next).toMatchObject({ replaced: true, reason: 'others could read its password' })
  expect(next.state.password).not.toBe(state.password)
})

it('fault 5: a daemon whose file a newer version wrote is said to run, and left alone', async () => {
  const service = world.service()
  const { state } = await ensure(service)
  await world.editState({ schema: 99 })
  expect(await status(service)).toMatchObject({
    running: true,
    healthy: true,
    state: { pid: state.pid },
    reason: expect.stringContaining('newer version'),
  })
  await expect(restart(service)).rejects.toMatchObject({ code: 'newer-schema' })
  expect(await world.processes()).toEqual([state.pid])
})
