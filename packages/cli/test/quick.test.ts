import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { engineService, ensure, stop } from '@kilo-console/daemon'
import { useWorld, type World } from '@kilo-console/daemon/testing'
import { quick } from '../src/quick.ts'

vi.mock('../src/output/write.ts', () => ({
  write: (text: string) => {
    printed += text
  },
}))

let world: World
useWorld((made) => (world = made))
let printed: string
beforeEach(async () => {
  for (const [name, value] of Object.entries(world.env)) vi.stubEnv(name, value)
  printed = ''
})
afterEach(async () => {
  vi.unstubAllEnvs()
})

it('leaves to the whole program what is not that simple, and prints nothing then', async () => {
  const others = [
    [],
    ['daemon'],
    ['daemon', 'stop'],
    ['daemon', 'status', '--help'],
    ['--version', '--json'],
    ['--json'],
  ]
  for (const args of others) expect(await quick(args)).toBeUndefined()
  expect(await quick(['daemon', 'start'])).toBeUndefined()
  expect(printed).toBe('')
  expect(await world.processes()).toEqual([])
})

it('answers the status and a start that reuses', async () => {
  expect(await quick(['daemon', 'status'])).toBe(3)
  const service = engineService({ port: world.ports.first })
  const { state } = await ensure(service)
  printed = ''
  expect(await quick(['daemon', 'start', '--json'])).toBe(0)
  expect(JSON.parse(printed)).toMatchObject({ reused: true, state: { pid: state.pid } })
  expect(printed).not.toContain(state.password)
  printed = ''
  expect(await quick(['daemon', 'status', '--json'])).toBe(0)
  expect(JSON.parse(printed)).toMatchObject({ healthy: true, state: { pid: state.pid } })
  await stop(service)
})
