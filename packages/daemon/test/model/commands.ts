import { identify } from '../../src/process/identity.ts'
import assert from 'node:assert/strict'
import { rm, writeFile } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import type { AsyncCommand } from 'fast-check'
import { vi } from 'vitest'
import { ensure, restart } from '../../src/lifecycle/ensure.ts'
import { readState } from '../../src/state/state-file.ts'
import { stop } from '../../src/lifecycle/stop.ts'
import { makeLiar } from '../world/liar.ts'
import { fileOf, managedDaemons } from '../world/truth.ts'
import { runKilled, type Program } from './killed-program.ts'
import { check, isHealthy, patience, type Expected, type Reality } from './reality.ts'
import type { Action } from './scenes.ts'

/** A command of the daemon's life; `run` answers nothing, `check` afterwards says whether all is as it must be. */
export type LifeCommand = AsyncCommand<Expected, Reality>

type Work = (reality: Reality, expected: Expected, pid: number | undefined) => Promise<void>

/** `work` gets the pid of the daemon that lives before it; the invariants are checked after it. */
function command(name: string, work: Work): LifeCommand {
  return {
    check: () => true,
    async run(expected, reality) {
      const [pid] = await managedDaemons(reality.service)
      await work(reality, expected, pid)
      await check(reality, expected)
    },
    toString: () => name,
  }
}

export const start = command('start', async ({ service }, expected, pid) => {
  const upgraded = expected.running !== expected.installed
  const answer = await ensure(service, patience)
  const [now] = await managedDaemons(service)
  assert.equal(answer.state.pid, now)
  assert.equal(answer.health.version, `1.${expected.installed}.0`)
  assert.equal(answer.started, pid === undefined || upgraded)
  assert.equal(answer.reused, now === pid)
  settle(expected)
})

export const restartIt = command('restart', async ({ service }, expected, pid) => {
  const answer = await restart(service, patience)
  assert.deepEqual(await managedDaemons(service), [answer.state.pid])
  assert.notEqual(answer.state.pid, pid)
  assert.equal(answer.replaced, pid !== undefined)
  settle(expected)
})

export const stopIt = command('stop', async ({ service }, expected, pid) => {
  const answer = await stop(service)
  assert.equal(answer.stopped, pid !== undefined)
  assert.equal(answer.pid, pid)
  assert.deepEqual(await managedDaemons(service), [])
  assert.equal(await fileOf(service), 'absent')
  expected.spoiled = false
})

/** Afterwards one daemon at most, and every `start` named one that really was. */
export function together(actions: Action[]): LifeCommand {
  return command(`together(${actions.join()})`, async ({ service }, expected) => {
    const commands = { start: ensure, restart, stop: () => stop(service) }
    await Promise.all(actions.map((action) => commands[action](service, patience)))
    const [pid] = await managedDaemons(service)
    if (!actions.includes('stop')) assert(pid !== undefined, 'none is left')
    if (!actions.includes('start') && !actions.includes('restart')) assert.equal(pid, undefined)
    settle(expected)
  })
}

export const crash = command('crash', async (_reality, _, pid) => {
  if (pid === undefined) return
  process.kill(pid, 'SIGKILL')
  // Its arguments are gone a moment before the process itself is.
  while (await identify(pid)) await sleep(5)
})

/** kill -9 of the program that starts, restarts or stops. */
export function killStarter(program: Program, action: Action, step: number): LifeCommand {
  return command(`killStarter(${action}, ${step})`, async ({ world, service }, expected, pid) => {
    const env = await world.engine(`1.${expected.installed}.0`)
    const { code, step: killed, stderr } = await runKilled(program(action, world.ports), env, step)
    assert(killed !== undefined || code === 0, stderr)
    const keeps = action === 'start' && expected.running === expected.installed
    if (keeps && pid !== undefined) assert.deepEqual(await managedDaemons(service), [pid])
    if ((await fileOf(service)) !== 'torn') expected.spoiled = false
    await learnVersion(expected, service, pid)
  })
}

export const deleteFile = command('deleteFile', async ({ service }, expected) => {
  await rm(service.paths.state, { force: true })
  expected.spoiled = false
})

export function corruptFile(text: string): LifeCommand {
  return command(`corruptFile(${JSON.stringify(text)})`, async ({ service }, expected) => {
    if ((await fileOf(service)) === 'absent') return
    await writeFile(service.paths.state, text)
    expected.spoiled = true
  })
}

/** As the engine's own CLI writes it. */
export const peersFile = command('peersFile', async ({ world, service }) => {
  if ((await fileOf(service)) !== 'whole') return
  await world.editState({ identity: undefined, nonce: undefined, schema: undefined, phase: undefined })
})

/** The recorded pid belongs to somebody else by now: to one that began later, never in the same tick of the clock. */
export const recyclePid = command('recyclePid', async ({ world, service, bystander }) => {
  const read = await readState(service)
  const another = await identify(bystander.pid)
  if (read.kind !== 'ok' || read.state.identity?.startTime === another?.startTime) return
  await world.editState({ pid: bystander.pid })
})

/** A foreign server on the first port: one at most, or none would be left to start on. */
export const takePort = command('takePort', async ({ world, liars }, _, pid) => {
  if (liars.length > 0) return
  const liar = await makeLiar(world.ports.first)
  if (!liar) return
  liars.push(liar)
  // One that was started halfway finds its port taken, and ends: not while the next command looks.
  if (pid !== undefined) while ((await identify(pid)) && !(await isHealthy(pid))) await sleep(5)
})

export const upgrade = command('upgrade', async (reality, expected) => {
  expected.installed += 1
  const env = await reality.world.engine(`1.${expected.installed}.0`)
  reality.service = reality.world.service({ env })
})

export function jumpClock(byMs: number): LifeCommand {
  return command(`jumpClock(${byMs})`, async () => void vi.setSystemTime(Date.now() + byMs))
}

function settle(expected: Expected): void {
  expected.spoiled = false
  expected.running = expected.installed
}

/** A killed upgrade may have got as far as the new one. */
async function learnVersion(
  expected: Expected,
  service: Reality['service'],
  before: number | undefined,
): Promise<void> {
  const [pid] = await managedDaemons(service)
  if (pid !== undefined && pid !== before) expected.running = expected.installed
}
