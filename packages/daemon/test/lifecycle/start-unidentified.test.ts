import { expect, it, vi } from 'vitest'
import { ensure } from '../../src/lifecycle/ensure.ts'
import { useWorld } from '../world/suite.ts'
import type { World } from '../world/world.ts'

/** As on a system without /proc and without ps. */
vi.mock('../../src/process/identity.ts', async (original) => ({
  ...(await original<object>()),
  identify: () => Promise.resolve(undefined),
}))

let world: World
useWorld((made) => (world = made))

it('a process that cannot be told from another is not left behind, nor tried thrice', async () => {
  await expect(ensure(world.service())).rejects.toMatchObject({ code: 'unidentified' })
  await vi.waitFor(async () => expect(await world.processes()).toEqual([]), 10_000)
})
