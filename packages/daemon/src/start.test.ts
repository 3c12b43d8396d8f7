import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { KiloError } from './errors.ts'
import { ensure, restart } from './manager.ts'
import { start } from './start.ts'
import { readState } from './state-file.ts'
import { status } from './status.ts'
import { useWorld } from './testing/suite.ts'
import type { World } from './testing/world.ts'

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
