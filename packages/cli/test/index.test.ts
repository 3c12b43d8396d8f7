import { describe, expect, it } from 'vitest'
import { useProgram, useWorld, type World } from '@kilo-console/daemon/testing'
import { run } from './world/kilo.ts'

const built = useProgram(new URL('../src/index.ts', import.meta.url))
let world: World
useWorld((made) => (world = made))

const kilo = (...args: string[]) => run(built.path, world.env, ...args)
const start = (...args: string[]) => kilo('daemon', 'start', '--port', String(world.ports.first), ...args)

describe('what it is', () => {
  it('--version: ours and the engine’s', async () => {
    expect(await kilo('--version')).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^kilo \d.*\nengine 1\.0\.0\n$/),
    })
  })

  it('--help lists ours and says where the rest goes', async () => {
    const { code, stdout } = await kilo('--help')
    expect(code).toBe(0)
    for (const command of [
      'console',
      'daemon start',
      'daemon logs',
      'doctor',
      'kilo run',
      'goes to the engine',
    ])
      expect(stdout).toContain(command)
    const { stdout: start } = await kilo('daemon', 'start', '--help')
    for (const text of ['--cors', 'silent up to 15 s', 'tried three times']) expect(start).toContain(text)
  })

  it.each([
    [['daemon', 'frobnicate'], 'kilo daemon --help'],
    [['daemon'], 'kilo daemon --help'],
    [['daemon', 'start', '--port', 'abc'], 'kilo daemon start --help'],
    [['daemon', 'start', '--port', '99999'], 'kilo daemon start --help'],
    [['daemon', 'start', '--hostname', 'a b'], 'kilo daemon start --help'],
    [['daemon', 'logs', '-n', '-1'], 'kilo daemon logs --help'],
    [['daemon', 'status', '--nope'], 'kilo daemon status --help'],
    [['console', 'frobnicate'], 'kilo console --help'],
  ])('bad usage: %j', async (args, hint) => {
    const { code, stdout, stderr } = await kilo(...args)
    expect(code).toBe(2)
    expect(stdout).toBe('')
    expect(stderr).toMatch(/^kilo: .+\nhint: .+\n$/)
    expect(stderr).toContain(`hint: ${hint}\n`)
  })

  it('bad usage with --json is one object on stdout', async () => {
    const { code, stdout, stderr } = await start('--json', '--nope')
    expect([code, stderr]).toEqual([2, ''])
    expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'usage', hint: 'kilo daemon start --help' } })
  })
})
