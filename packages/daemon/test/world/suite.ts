import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest'
import { bundle, type Bundle } from './bundle.ts'
import { makeWorld, type World } from './world.ts'

export { contend } from './contenders.ts'
export {
  callAs,
  canBeOthers,
  makeAccount,
  startSquatter,
  STRANGER,
  type Account,
  type Squatter,
} from './other-user.ts'
export type { World } from './world.ts'

/** Gives each test of the file a world of its own, and ends it. */
export function useWorld(take: (world: World) => void): void {
  let world: World | undefined
  beforeEach(async () => {
    world = await makeWorld()
    take(world)
  })
  afterEach(() => world?.end())
}

/** Builds a program for all tests of the file; its path is there while they run. */
export function useProgram(entry: URL): { readonly path: string } {
  let built: Bundle | undefined
  beforeAll(async () => {
    built = await bundle(entry)
  })
  afterAll(() => built?.remove())
  return {
    get path() {
      return built?.path ?? ''
    },
  }
}

/** The daemon's commands as a program that halts where it is told to. */
export const CONTENDER = new URL('./contender.ts', import.meta.url)
