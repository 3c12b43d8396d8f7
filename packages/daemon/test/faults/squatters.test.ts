import { once } from 'node:events'
import { createServer } from 'node:net'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { engineCounts } from '../../src/services/engine-counts.ts'
import { ensure } from '../../src/lifecycle/ensure.ts'
import { probe } from '../../src/net/probe.ts'
import { lifeOf } from '../../src/process/identity.ts'
import { connectProven } from '../../src/net/proven-connection.ts'
import { status } from '../../src/lifecycle/status.ts'
import {
  canBeOthers,
  makeAccount,
  startSquatter,
  STRANGER,
  type Squat,
  type Squatter,
} from '../world/other-user.ts'
import { useWorld } from '../world/suite.ts'
import type { World } from '../world/world.ts'

let world: World
useWorld((made) => (world = made))

const cleanups: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).toReversed()) await cleanup()
})

async function squat(options: Squat): Promise<Squatter> {
  const squatter = await startSquatter(options)
  cleanups.push(() => squatter.end())
  return squatter
}

const NOTHING = { connections: 0, bytes: 0, text: '' }

describe.runIf(canBeOthers)('fault 56: other users’ servers (only as root: needs another user)', () => {
  it('squatting on the recorded port after kill -9 of the engine: a thousand tries of each kind reach nobody', async () => {
    const service = world.service()
    const { state } = await ensure(service)
    process.kill(state.pid, 'SIGKILL')
    await vi.waitFor(async () => expect(await lifeOf(state.pid)).toBe('gone'))
    const squatter = await squat({ port: state.port })
    const owner = { pid: state.pid, ...(state.identity && { identity: state.identity }) }
    const url = `${state.url}/global/health`
    for (let at = 0; at < 1000; at += 1) {
      expect(await probe(url, { owner })).toEqual({ kind: 'refused' })
      if (at % 10 === 0) expect(await probe(url)).toEqual({ kind: 'refused' })
    }
    expect(await engineCounts(state, {})).toBeUndefined()
    await expect(connectProven(state, owner)).rejects.toMatchObject({ code: 'not-listening' })
    await expect(connectProven(state, {})).rejects.toMatchObject({ code: 'other-listener' })
    expect(await squatter.heard()).toEqual(NOTHING)
  }, 60_000)

  it('status names whose it is and asks it nothing; a start goes elsewhere', async () => {
    const account = await makeAccount('kilo-test-squat')
    cleanups.push(account.remove)
    const service = world.service()
    const squatter = await squat({ port: world.ports.first, uid: account.uid })
    const nameless = await squat({ port: world.ports.first + 1, host: '0.0.0.0' })
    const found = await status(service)
    expect(found).toMatchObject({ running: false })
    expect(found.reason).toContain(`port ${world.ports.first}: another user's server (kilo-test-squat)`)
    expect(found.reason).toContain(`port ${world.ports.first + 1}: another user's server (user ${STRANGER})`)
    expect(found.unmanaged?.map(({ user }) => user)).toEqual(['kilo-test-squat', `user ${STRANGER}`])
    const { state } = await ensure(service)
    expect(state.port).toBe(world.ports.first + 2)
    expect(await squatter.heard()).toEqual(NOTHING)
    expect(await nameless.heard()).toEqual(NOTHING)
  })
})

it('fault 18: a server of this user’s that is not the recorded process gets nothing either', async () => {
  const service = world.service()
  const { state } = await ensure(service)
  process.kill(state.pid, 'SIGKILL')
  await vi.waitFor(async () => expect(await lifeOf(state.pid)).toBe('gone'))
  let heard = 0
  const own = createServer((socket) => void socket.on('data', () => (heard += 1))).listen(
    state.port,
    '127.0.0.1',
  )
  await once(own, 'listening')
  expect(await probe(`${state.url}/global/health`, { owner: { pid: state.pid } })).toEqual({
    kind: 'refused',
  })
  await expect(connectProven(state, { pid: state.pid })).rejects.toMatchObject({ code: 'other-listener' })
  own.close()
  expect(heard).toBe(0)
})
