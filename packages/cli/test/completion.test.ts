import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { useProgram, useWorld, type World } from '@kilo-console/daemon/testing'
import { run, runProgram } from './world/kilo.ts'
import { readWords } from '../src/completion/engine-commands.ts'

const built = useProgram(new URL('../src/index.ts', import.meta.url))
let world: World
useWorld((made) => (world = made))

const words = async (...typed: string[]) => {
  const { stdout } = await run(built.path, world.env, 'completion', '--words', '--', ...typed)
  return stdout.split('\n').flatMap((line) => (line ? [line.split('\t')[0]] : []))
}

describe('kilo completion', () => {
  it.each([
    [['dae'], ['daemon']],
    [
      ['daemon', 'st'],
      ['start', 'status', 'stop'],
    ],
    [['daemon', 'restart', '--f'], ['--force']],
    [['console', 'sto'], ['stop']],
    [['console', '--no'], ['--no-open']],
    [['daemon', 'start', '--port', '4100', '--h'], ['--hostname']],
    [['mc'], ['mcp']],
    [['nothing-like-it'], []],
  ])('behind %j come %j', async (typed, expected) => {
    expect(await words(...typed)).toEqual(expected)
  })

  it('lists ours and the engine’s together, each once', async () => {
    const all = await words('')
    expect(all).toEqual(expect.arrayContaining(['console', 'daemon', 'doctor', 'completion', 'run', 'mcp']))
    expect(new Set(all).size).toBe(all.length)
  })

  it('takes from the engine what is a word, and nothing that a shell would run', () => {
    const printed = 'add\n$0\nlist\n$(reboot)\na b\n;x\n`y`\n--format\n\n'
    expect(readWords(printed, '').map(({ word }) => word)).toEqual(['add', 'list', '--format'])
    expect(readWords(printed, 'l').map(({ word }) => word)).toEqual(['list'])
  })

  it('in a real bash, a Tab behind "kilo daemon sta" offers start and status', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'kilo-completion-'))
    try {
      const command = join(folder, 'kilo')
      await writeFile(command, `#!/bin/sh\nexec "${process.execPath}" "${built.path}" "$@"\n`, {
        mode: 0o755,
      })
      const script = [
        'eval "$(kilo completion bash)"',
        'COMP_WORDS=(kilo daemon sta); COMP_CWORD=2; _kilo_complete; echo "${COMPREPLY[*]}"',
      ].join('\n')
      const env = { ...world.env, PATH: `${folder}:${process.env['PATH']}` }
      expect((await runProgram('bash', ['-c', script], env)).stdout).toBe('start status\n')
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  })

  it('another shell is bad usage', async () => {
    const { code, stderr } = await run(built.path, world.env, 'completion', 'tcsh')
    expect([code, stderr]).toEqual([2, expect.stringMatching(/tcsh.*\nhint: kilo completion bash\n$/)])
  })
})
