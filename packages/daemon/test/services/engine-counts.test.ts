import { expect, it } from 'vitest'
import { engineCounts } from '../../src/services/engine-counts.ts'
import { ensure } from '../../src/lifecycle/ensure.ts'
import { useWorld } from '../world/suite.ts'
import type { World } from '../world/world.ts'

let world: World
useWorld((made) => (world = made))

it('counts what is open; two directories of one instance list the same terminals', async () => {
  const service = world.service({ env: await world.engine('1.0.0', { FAKE_BUSY: '2' }) })
  const { state } = await ensure(service)
  expect(await engineCounts(state, { timeoutMs: 5000 })).toEqual({ sessions: 3, busy: 2, terminals: 1 })
})

it('says nothing of an engine that does not answer', async () => {
  const { state } = await ensure(world.service())
  await fetch(`${state.url}/fake/wedge`)
  expect(await engineCounts(state, { timeoutMs: 50 })).toBeUndefined()
})
