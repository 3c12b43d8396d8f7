import { describe, expect, it } from 'vitest'
import { ensure } from '../../src/lifecycle/ensure.ts'
import { readState } from '../../src/state/state-file.ts'
import { contend, type Order, type Step } from '../world/contenders.ts'
import { CONTENDER, useProgram, useWorld } from '../world/suite.ts'
import type { World } from '../world/world.ts'

const program = useProgram(CONTENDER)
let world: World
useWorld((made) => (world = made))

const run = (order: Omit<Order, 'ports'>) => contend(program.path, world, order)

/** What a daemon that already runs is for: `replace` is reached by a restart alone. */
async function prepare(at: Step): Promise<'start' | 'restart'> {
  if (at !== 'replace') return 'start'
  await ensure(world.service())
  return 'restart'
}

async function expectOne(pid: number | undefined): Promise<void> {
  expect(await world.processes()).toEqual([pid])
  expect(await readState(world.service())).toMatchObject({ kind: 'ok', state: { pid, phase: 'ready' } })
}

describe.each<Step>(['launch', 'spawned', 'recorded', 'replace'])('a starter at %s', (at) => {
  it(`fault 10: stopped at "${at}" for longer than the stale time, it finds itself passed over and touches nothing`, async () => {
    const action = await prepare(at)
    const stopped = run({ action, halt: { at, how: 'SIGSTOP' } })
    expect(await stopped.says()).toBe(at)
    const next = await run({ action: 'start', stallMs: 1500 }).answer()
    expect(next.error).toBeUndefined()
    stopped.child.kill('SIGCONT')
    expect(await stopped.answer()).toMatchObject({ error: { code: 'lock-lost' } })
    await expectOne(next.pid)
  })

  it(`fault 15: killed at "${at}", the next start adopts or replaces what it left`, async () => {
    const action = await prepare(at)
    const killed = run({ action, halt: { at, how: 'SIGKILL' } })
    expect(await killed.says()).toBe(at)
    await killed.ended
    const next = await run({ action: 'start' }).answer()
    expect(next).toMatchObject({ started: at === 'launch' })
    await expectOne(next.pid)
  })

  it(`fault 15: killed at "${at}", a stop ends what it left`, async () => {
    const action = await prepare(at)
    const killed = run({ action, halt: { at, how: 'SIGKILL' } })
    expect(await killed.says()).toBe(at)
    await killed.ended
    expect(await run({ action: 'stop' }).answer()).toMatchObject({ stopped: at !== 'launch' })
    expect(await world.processes()).toEqual([])
  })
})
