import { afterAll, beforeAll, expect, it } from 'vitest'
import { makeBystander, type Bystander } from '../world/bystander.ts'
import { killAt } from './kills.ts'
import { buildLife } from './life-program.ts'
import { SCENES } from './scenes.ts'

let life: Awaited<ReturnType<typeof buildLife>>
let bystander: Bystander
beforeAll(async () => {
  life = await buildLife()
  bystander = await makeBystander()
})
afterAll(async () => {
  await bystander.end()
  await life.remove()
})

/** Of up to a hundred steps a scene these few; `npm run bench -- --only kills --kills 1000` takes all. */
const STEPS = [4, 13, 22, 31, 40, 49]

it.concurrent.each(SCENES)(
  'fault 6, 15: killed at any step of a $name, nothing is lost or left',
  async (scene) => {
    for (const at of STEPS) {
      const { step, problems } = await killAt(scene, at, { bystander, program: life.program })
      expect(problems, `${scene.name}, killed at ${step ?? 'no step'}`).toEqual([])
    }
  },
  120_000,
)
