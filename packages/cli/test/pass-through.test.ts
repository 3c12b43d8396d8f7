import { chmod, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { useProgram, useWorld, type World } from '@kilo-console/daemon/testing'
import { begin, run } from './world/kilo.ts'

const built = useProgram(new URL('../src/index.ts', import.meta.url))
let world: World
useWorld((made) => (world = made))

/** An engine that is a shell script. */
async function script(text: string): Promise<NodeJS.ProcessEnv> {
  const path = join(world.home, 'script')
  await writeFile(path, `#!/bin/sh\n${text}\n`)
  await chmod(path, 0o755)
  return { ...world.env, KILO_ENGINE: path }
}

describe('everything else goes to the engine', () => {
  it('arguments, stdin, stdout, stderr and exit code unchanged', async () => {
    const env = await script('cat; echo "$@" "$KILO_TREE_SITTER_WASM_DIR" >&2; exit 7')
    const running = begin(built.path, env, 'run', '--model', 'a b', '--json')
    running.child.stdin.write('typed')
    expect(await running.ended()).toEqual({
      code: 7,
      signal: null,
      stdout: 'typed',
      stderr: `run --model a b --json ${world.home}/tree-sitter\n`,
    })
  })

  it('signals, and the death by one', async () => {
    const trapping = begin(
      built.path,
      await script("trap 'echo got it; exit 9' TERM; echo ready; while :; do sleep 0.05; done"),
      'serve',
    )
    await trapping.prints('stdout')
    trapping.child.kill('SIGTERM')
    expect(await trapping.ended()).toMatchObject({ code: 9, stdout: 'ready\ngot it\n' })
    expect(await run(built.path, await script('kill -KILL $$'))).toMatchObject({
      code: null,
      signal: 'SIGKILL',
    })
  })

  it('an engine that is this command is refused', async () => {
    const shim = new URL('../bin/kilo.js', import.meta.url).pathname
    const { code, stderr } = await run(built.path, { ...world.env, KILO_ENGINE: shim }, 'run')
    expect([code, stderr]).toEqual([1, expect.stringContaining('is this command, not the engine')])
  })
})
