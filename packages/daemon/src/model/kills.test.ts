import { afterAll, beforeAll, expect, it } from 'vitest'
import { makeBystander, type Bystander } from '../testing/bystander.ts'
import { bundle, type Bundle } from '../testing/bundle.ts'
import { killAt } from './kills.ts'
import { SCENES } from './scenes.ts'

let program: Bundle
let bystander: Bystander
beforeAll(async () => {
  bystander = await makeBystander()
  program = await bundle(new URL('../testing/life.ts', import.meta.url))
})
afterAll(async () => {
  await program.remove()
  await bystander.end()
})

/** Of about sixty steps a scene these few; `npm run bench -- --only kills` takes all. */
const STEPS = [4, 13, 22, 31, 40, 49]

it.concurrent.each(SCENES)(
  'fault 6, 15: killed at any step of a $name, nothing is lost or left',
  async (scene) => {
    const options = {
      bystander,
      program: (action: string, port: number) => [program.path, action, String(port)],
    }
    for (const at of STEPS) {
      const { step, problems } = await killAt(scene, at, options)
      expect(problems, `${scene.name}, killed at ${step ?? 'no step'}`).toEqual([])
    }
  },
)
