import { appendFileSync } from 'node:fs'
import { chmod, readFile, writeFile } from 'node:fs/promises'
import { once } from 'node:events'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { useProgram, useWorld } from '../../daemon/src/testing/suite.ts'
import type { World } from '../../daemon/src/testing/world.ts'
import { begin, run } from './testing/kilo.ts'

const built = useProgram(new URL('./index.ts', import.meta.url))
let world: World
useWorld((made) => (world = made))

const kilo = (...args: string[]) => run(built.path, world.env, ...args)
const start = (...args: string[]) => kilo('daemon', 'start', '--port', String(world.ports.first), ...args)

/** An engine that is a shell script. */
async function script(text: string): Promise<NodeJS.ProcessEnv> {
  const path = join(world.home, 'script')
  await writeFile(path, `#!/bin/sh\n${text}\n`)
  await chmod(path, 0o755)
  return { ...world.env, KILO_ENGINE: path }
}

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
    for (const command of ['console', 'daemon start', 'daemon logs', 'doctor', 'goes to the engine'])
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

describe('daemon', () => {
  it('start, status, logs, restart, stop; no secret in any output', async () => {
    expect(await kilo('daemon', 'status')).toMatchObject({
      code: 3,
      // Somebody else's engine may be named in between.
      stdout: expect.stringMatching(/^kilo daemon not running.*\nhint: kilo daemon start\n$/),
    })
    const outputs = [
      await start('--json'),
      await start(),
      await kilo('daemon', 'status', '--json'),
      await kilo('daemon', 'logs'),
      await kilo('doctor', '--json'),
    ]
    const secret = JSON.parse(await readFile(world.service().paths.state, 'utf8')) as {
      password: string
      token: string
    }
    for (const { code, stdout, stderr } of outputs) {
      expect(code).toBe(0)
      expect(stdout + stderr).not.toContain(secret.password)
      expect(stdout + stderr).not.toContain(secret.token)
    }
    expect(outputs.slice(0, 3).map(({ stdout }) => stdout.split('\n').length)).toEqual([2, 2, 2])
    expect(JSON.parse(outputs[0]?.stdout ?? '')).toMatchObject({
      started: true,
      reused: false,
      replaced: false,
      health: { healthy: true },
    })
    expect(outputs[1]?.stdout).toMatch(
      /^kilo daemon already running · pid \d+ · http:\/\/127\.0\.0\.1:\d+ · 1\.0\.0\n$/,
    )
    expect(JSON.parse(outputs[2]?.stdout ?? '')).toMatchObject({
      running: true,
      healthy: true,
      stale: false,
      process: {},
      counts: { sessions: 3, busy: 0, terminals: 1 },
      memoryLimitBytes: 4 * 2 ** 30,
      autostart: { installed: false },
    })
    expect(outputs[3]?.stdout).toMatch(
      /^--- .* daemon starts on .*\nlistening\n--- .* daemon is healthy: pid \d+, version 1\.0\.0\n$/,
    )
    expect(JSON.parse((await kilo('daemon', 'restart', '--json')).stdout)).toMatchObject({ replaced: true })
    expect(await kilo('daemon', 'stop')).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('stopped'),
    })
    expect(await kilo('daemon', 'stop', '--json')).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('"stopped":false'),
    })
  })

  it('fault 23: an unhealthy one is exit code 4', async () => {
    const { stdout } = await start('--json')
    const { state } = JSON.parse(stdout) as { state: { url: string } }
    await fetch(`${state.url}/fake/wedge`)
    expect(await kilo('daemon', 'status')).toMatchObject({
      code: 4,
      stdout: expect.stringContaining('unhealthy'),
    })
  })

  it('an error is a line and a hint; the stack only when asked for', async () => {
    const env = { ...world.env, KILO_ENGINE: '/nowhere/kilo' }
    const { code, stderr } = await run(built.path, env, 'daemon', 'start')
    expect([code, stderr.split('\n').length]).toEqual([1, 3])
    expect(stderr).toContain('kilo: there is no engine at /nowhere/kilo\nhint: ')
    expect((await run(built.path, { ...env, KILO_DEBUG: '1' }, 'daemon', 'start')).stderr).toContain(
      '    at ',
    )
    expect(JSON.parse((await run(built.path, env, 'daemon', 'start', '--json')).stdout)).toMatchObject({
      error: { code: 'engine-missing' },
    })
  })

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    'fault 28: %s while starting leaves nothing',
    async (signal) => {
      const env = { ...world.env, FAKE_MODE: 'mute' }
      const running = begin(built.path, env, 'daemon', 'start', '--port', String(world.ports.first))
      await running.prints('stderr')
      running.child.kill(signal)
      expect((await running.ended()).code).toBe(128 + { SIGINT: 2, SIGTERM: 15, SIGHUP: 1 }[signal])
      expect(await world.processes()).toEqual([])
    },
  )

  it('fault 28: nobody reads its output', async () => {
    const { child } = begin(built.path, world.env, 'daemon', 'start', '--port', String(world.ports.first))
    child.stdout.destroy()
    child.stderr.destroy()
    expect(await once(child, 'exit')).toEqual([0, null])
    expect(await kilo('daemon', 'status')).toMatchObject({ code: 0 })
  })

  it('--foreground stays, shows the log, and ends the daemon with itself', async () => {
    const running = begin(
      built.path,
      world.env,
      'daemon',
      'start',
      '--foreground',
      '--port',
      String(world.ports.first),
    )
    expect(await running.prints('stdout')).toContain('kilo daemon started')
    expect(await start('--foreground')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('already runs'),
    })
    running.child.kill('SIGTERM')
    expect(await running.ended()).toMatchObject({ code: 0 })
    expect(await kilo('daemon', 'status')).toMatchObject({ code: 3 })
  })

  it('logs --follow goes on with what is added', async () => {
    await start()
    const following = begin(built.path, world.env, 'daemon', 'logs', '--follow', '-n', '0')
    const { log } = world.service().paths
    // What is added before it follows is not its own: add until it is seen.
    const adding = setInterval(() => appendFileSync(log, 'added \u001B[31mline\n'), 20)
    expect(await following.prints('stdout')).toMatch(/^(added line\n)+/)
    clearInterval(adding)
    following.child.kill('SIGINT')
    expect(await following.ended()).toMatchObject({ code: 0 })
  })

  it('install, status, uninstall: at login, and no more', async () => {
    const env = { ...world.env, ANTHROPIC_API_KEY: 'not-to-be-kept', PATH: `${world.env['PATH']}:/a b` }
    const here = (...args: string[]) => run(built.path, env, 'daemon', ...args, '--json')
    const { stdout } = await here('install')
    const { installed, file } = JSON.parse(stdout) as { installed: boolean; file: string }
    expect(installed).toBe(true)
    const text = await readFile(file, 'utf8')
    expect(text).toContain(built.path)
    expect(text).toContain('/a b')
    expect(text).not.toContain('not-to-be-kept')
    expect(JSON.parse((await here('status')).stdout)).toMatchObject({ autostart: { installed: true, file } })
    expect(JSON.parse((await here('uninstall')).stdout)).toEqual({ uninstalled: true, file })
    expect(JSON.parse((await here('uninstall')).stdout)).toEqual({ uninstalled: false, file })
    expect(JSON.parse((await here('status')).stdout)).toMatchObject({ autostart: { installed: false } })
  })

  it('logs --follow waits for the first log', async () => {
    expect(await kilo('daemon', 'logs')).toMatchObject({ code: 1 })
    const following = begin(built.path, world.env, 'daemon', 'logs', '--follow')
    expect(await following.prints('stderr')).toContain('waiting for the log')
    await start()
    expect(await following.prints('stdout')).toContain('daemon starts')
    following.child.kill('SIGINT')
    expect(await following.ended()).toMatchObject({ code: 0 })
  })
})

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
