import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { ensure } from '../../src/lifecycle/ensure.ts'
import { getBounded } from '../../src/net/probe.ts'
import { readState } from '../../src/state/state-file.ts'
import { contend, type Answer, type Order } from '../world/contenders.ts'
import { FAKE_HOST } from '../world/fake-host.ts'
import { CONTENDER, useProgram, useWorld } from '../world/suite.ts'
import type { World } from '../world/world.ts'

const program = useProgram(CONTENDER)
let world: World
useWorld((made) => (world = made))

const MANY = 12
const run = (order: Omit<Order, 'ports'>, env?: NodeJS.ProcessEnv) => contend(program.path, world, order, env)
const many = (order: Omit<Order, 'ports'>, env?: NodeJS.ProcessEnv) =>
  Promise.all(Array.from({ length: MANY }, () => run(order, env).answer()))

/** The one daemon that is left, which every answer must name. */
async function expectOne(answers: Answer[]): Promise<number> {
  const pids = await world.processes()
  expect(pids).toHaveLength(1)
  expect(answers.map(({ pid, error }) => error ?? pid)).toEqual(answers.map(() => pids[0]))
  expect(answers.filter(({ started }) => started)).toHaveLength(1)
  expect(await readState(world.service())).toMatchObject({ kind: 'ok', state: { pid: pids[0] } })
  return pids[0] ?? 0
}

describe('many starts at once, each a process', () => {
  it('fault 9: cold', async () => {
    await expectOne(await many({ action: 'start' }))
  })

  it('fault 9: on the stale file of a daemon that was killed', async () => {
    const { state } = await ensure(world.service())
    process.kill(state.pid, 'SIGKILL')
    const pid = await expectOne(await many({ action: 'start' }))
    expect(pid).not.toBe(state.pid)
  })

  it('fault 9: on the lock of a starter that was killed', async () => {
    const dead = run({ action: 'start', halt: { at: 'launch', how: 'wait' } })
    expect(await dead.says()).toBe('launch')
    const answers = many({ action: 'start' })
    dead.child.kill('SIGKILL')
    await expectOne(await answers)
  })

  it('fault 9: on a wedged daemon', async () => {
    const { state } = await ensure(world.service())
    await getBounded(`${state.url}/fake/wedge`)
    const pid = await expectOne(await many({ action: 'start', patienceMs: 300 }))
    expect(pid).not.toBe(state.pid)
  })

  it('fault 9: of two versions: the newer one wins, the others say why', async () => {
    const newer = await world.engine('2.0.0')
    const [old, fresh] = await Promise.all([
      many({ action: 'start' }),
      many({ action: 'start' }, { KILO_ENGINE: newer['KILO_ENGINE'], FAKE_VERSION: '2.0.0' }),
    ])
    const [winner, ...others] = await world.processes()
    expect(others).toEqual([])
    expect(fresh.map(({ pid, error }) => error ?? pid)).toEqual(fresh.map(() => winner))
    // Before the newer one came they had their own daemon, one for all of them.
    const owned = new Set(old.flatMap(({ pid }) => pid ?? []))
    expect(owned.size).toBeLessThanOrEqual(1)
    const refused = old.flatMap(({ error }) => error ?? [])
    expect(refused.map(({ code, message }) => [code, message])).toEqual(
      refused.map(() => ['other-version', expect.stringContaining(`version 2.0.0 runs (pid ${winner})`)]),
    )
  })
})

describe('commands against each other', () => {
  it('fault 12: consoles and restarts at once leave one of each, and all get their answer', async () => {
    const host = join(world.home, 'main.cjs')
    await writeFile(host, FAKE_HOST)
    const ports = { first: world.ports.first + 1, last: world.ports.last }
    const consoles = Array.from({ length: 8 }, () => [
      contend(program.path, { ...world, ports }, { action: 'start', host }).answer(),
      run({ action: 'start' }).answer(),
    ]).flat()
    const restarts = Array.from({ length: 8 }, () => run({ action: 'restart' }).answer())
    const answers = await Promise.all([...consoles, ...restarts])
    expect(answers.map(({ pid, error }) => error ?? typeof pid)).toEqual(answers.map(() => 'number'))
    const { pid: hostPid } = (await consoles[0]) ?? {}
    const left = await world.processes()
    const [engine, ...others] = left.filter((pid) => pid !== hostPid)
    expect([left.length, others]).toEqual([2, []])
    expect(await readState(world.service())).toMatchObject({ state: { pid: engine } })
  })

  it('fault 13: a stop that comes during a start ends what was started', async () => {
    const starting = run({ action: 'start', halt: { at: 'launch', how: 'wait' } })
    expect(await starting.says()).toBe('launch')
    const stopping = run({ action: 'stop' })
    starting.goOn()
    const { pid } = await starting.answer()
    expect(await stopping.answer()).toEqual({ stopped: true, pid })
    expect(await world.processes()).toEqual([])
  })

  it('fault 13: a start that comes during a stop starts anew', async () => {
    const env = await world.engine('1.0.0', { FAKE_MODE: 'ignore-term' })
    const { state } = await ensure(world.service({ env }))
    const stopping = run({ action: 'stop' })
    // It goes on answering until it is killed: one that only looked would reuse it.
    await vi.waitFor(async () => expect(await readFile(state.log, 'utf8')).toContain('TERM ignored'), 10_000)
    const started = await run({ action: 'start' }).answer()
    expect(await stopping.answer()).toEqual({ stopped: true, pid: state.pid })
    expect(started).toMatchObject({ started: true })
    expect(await world.processes()).toEqual([started.pid])
  })

  it('fault 13: of five stops one stops, and all are content', async () => {
    await ensure(world.service())
    const answers = await Promise.all(Array.from({ length: 5 }, () => run({ action: 'stop' }).answer()))
    expect(answers.map(({ error }) => error)).toEqual(answers.map(() => undefined))
    expect(answers.filter(({ stopped }) => stopped)).toHaveLength(1)
    expect(await world.processes()).toEqual([])
  })
})
