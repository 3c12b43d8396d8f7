import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:net'
import { createInterface } from 'node:readline'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { ensure, restart } from '../../src/lifecycle/ensure.ts'
import { readStat } from '../../src/process/proc.ts'
import { identify, lifeOf, type Identity } from '../../src/process/identity.ts'
import type { Service } from '../../src/services/service.ts'
import type { EngineState } from '../../src/state/state.ts'
import { status } from '../../src/lifecycle/status.ts'
import { stop } from '../../src/lifecycle/stop.ts'
import { makeBystander, type Bystander } from '../world/bystander.ts'
import { contend } from '../world/contenders.ts'
import { CONTENDER, useProgram, useWorld } from '../world/suite.ts'
import type { World } from '../world/world.ts'

const program = useProgram(CONTENDER)
let world: World
useWorld((made) => (world = made))
let bystander: Bystander
beforeEach(async () => {
  bystander = await makeBystander()
})
afterEach(async () => {
  await bystander.end()
})

const fast = { patienceMs: 600, startMs: 10_000 }

/** A file that names this process, whatever it is, as the daemon. */
async function name(pid: number, identity: Identity | undefined): Promise<Service<EngineState>> {
  const service = world.service()
  const { state } = await ensure(service, fast)
  await stop(service)
  await writeFile(service.paths.state, JSON.stringify({ ...state, pid, identity }), { mode: 0o600 })
  return service
}

it('fault 17: another program takes the port between choosing and listening; the next one is tried', async () => {
  const service = world.service()
  const taken: Server[] = []
  const launch: typeof service.launch = async (place, ...rest) => {
    if (taken.length === 0) {
      const thief = createServer().listen(place.port, place.hostname)
      await once(thief, 'listening')
      taken.push(thief)
    }
    return service.launch(place, ...rest)
  }
  const { state } = await ensure({ ...service, launch }, fast)
  expect(state.port).toBe(world.ports.first + 1)
  expect(await world.processes()).toEqual([state.pid])
  for (const thief of taken) thief.close()
})

it.each<[string, (now: Identity) => Identity | undefined]>([
  ['of another start', (now) => ({ ...now, startTime: '1' })],
  ['of another boot', (now) => ({ ...now, bootId: 'another' })],
  ['unknown, as in the engine CLI’s own file', () => undefined],
])(
  'fault 19: the recorded pid is another program now (identity %s): it is never signalled',
  async (_, of) => {
    const now = await identify(bystander.pid)
    if (!now) throw new Error('no identity')
    const service = await name(bystander.pid, of(now))
    expect(await status(service)).toMatchObject({
      running: false,
      stale: true,
      reason: expect.stringContaining('now belongs to another program'),
    })
    expect(await stop(service)).toMatchObject({ stopped: false })
    await name(bystander.pid, of(now))
    const { state } = await restart(service, fast)
    await stop(service)
    expect([bystander.unharmed(), state.pid === bystander.pid]).toEqual([true, false])
  },
)

it('fault 20: a process of another user is an error, and is left alone', async () => {
  await name(bystander.pid, await identify(bystander.pid))
  const { uid } = await world.asNobody()
  // Root may signal everybody; everybody else may not signal init.
  if (uid === undefined) return expect(await lifeOf(1)).toBe('forbidden')
  for (const action of ['start', 'stop', 'restart'] as const) {
    expect(await contend(program.path, world, { action, uid }).answer()).toMatchObject({
      error: { code: 'forbidden', hint: `ps -o user,args -p ${bystander.pid}` },
    })
  }
  expect(bystander.unharmed()).toBe(true)
  expect(await world.processes()).toEqual([])
})

it('fault 20: a zombie is dead, though its pid is taken', async () => {
  // `exec`: a sleep is no parent that ever asks for its children.
  const parent = spawn('sh', ['-c', 'sleep 0.3 & echo $!; exec sleep 1000'])
  const [line] = await once(createInterface(parent.stdout), 'line')
  const pid = Number(line)
  const identity = await identify(pid)
  await vi.waitFor(async () => expect(await readStat(pid)).toMatchObject({ dead: true }), 10_000)
  const service = await name(pid, identity)
  expect(await status(service)).toMatchObject({ running: false, stale: true })
  expect(await ensure(service, fast)).toMatchObject({
    started: true,
    reason: 'the recorded process has ended',
  })
  parent.kill('SIGKILL')
  await once(parent, 'exit')
})
