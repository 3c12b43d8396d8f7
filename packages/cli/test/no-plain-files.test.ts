import { execFileSync } from 'node:child_process'
import { mkdir, symlink, truncate, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { kiloPaths } from '@kilo-console/daemon'
import { useProgram, useWorld, type World } from '@kilo-console/daemon/testing'
import { run } from './world/kilo.ts'
import type { Finding } from '../src/doctor/finding.ts'

const built = useProgram(new URL('../src/index.ts', import.meta.url))
let world: World
useWorld((made) => (world = made))

const kilo = (...args: string[]) => run(built.path, world.env, ...args)

describe.each<[string, (file: string) => unknown, string]>([
  ['a pipe', (file) => execFileSync('mkfifo', [file]), 'is no file'],
  ['what has no end', (file) => symlink('/dev/zero', file), 'is no file'],
  ['a folder', (file) => mkdir(file), 'is no file'],
  ['far too much', (file) => writeFile(file, '').then(() => truncate(file, 2 ** 42)), 'is larger than 1 MB'],
])('fault 1: %s in the place of', (_, make, problem) => {
  async function put(file: string): Promise<void> {
    await mkdir(dirname(file), { recursive: true })
    await make(file)
  }

  it('the console’s settings is told of, and holds up no command', async () => {
    await put(kiloPaths(world.env).own.settings)
    const told = expect.stringContaining(`settings.json ${problem}`) as string
    expect(await kilo('daemon', 'start', '--port', String(world.ports.first))).toMatchObject({ code: 0 })
    expect(await kilo('daemon', 'start')).toMatchObject({ code: 0 })
    expect(await kilo('daemon', 'status')).toMatchObject({ code: 0 })
    expect(await kilo('doctor')).toMatchObject({ stdout: told })
    expect(await kilo('console', 'settings')).toMatchObject({ code: 1, stdout: told })
    expect(await kilo('daemon', 'stop')).toMatchObject({ code: 0 })
  })

  describe('the engine’s settings', () => {
    beforeEach(() => put(join(kiloPaths(world.env).config, 'kilo.json')))

    it('is a finding, and holds up no doctor', async () => {
      const { code, stdout } = await kilo('doctor', '--json')
      const { checks } = JSON.parse(stdout) as { checks: Finding[] }
      expect(code).toBe(1)
      expect(checks.filter(({ check }) => check === 'engine config')).toMatchObject([
        { state: 'failed', what: expect.stringContaining(`kilo.json ${problem}`) },
      ])
    })
  })
})
