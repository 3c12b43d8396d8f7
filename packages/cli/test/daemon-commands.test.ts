import { appendFileSync } from 'node:fs'
import { mkdir, readFile, symlink } from 'node:fs/promises'
import { basename, dirname, join, relative } from 'node:path'
import { once } from 'node:events'
import { describe, expect, it } from 'vitest'
import { useProgram, useWorld, type World } from '@kilo-console/daemon/testing'
import { begin, run, runProgram } from './world/kilo.ts'

const built = useProgram(new URL('../src/index.ts', import.meta.url))
let world: World
useWorld((made) => (world = made))

const kilo = (...args: string[]) => run(built.path, world.env, ...args)
const start = (...args: string[]) => kilo('daemon', 'start', '--port', String(world.ports.first), ...args)

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
      stdout: expect.stringMatching(/^kilo daemon stopped · pid \d+\n$/),
      stderr: expect.stringMatching(/^ending the daemon \(pid \d+\)\n$/),
    })
    expect(await kilo('daemon', 'stop', '--json')).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('"stopped":false'),
      stderr: '',
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

  it('--foreground leaves a daemon that another command put in the place of its own', async () => {
    const port = String(world.ports.first)
    const running = begin(built.path, world.env, 'daemon', 'start', '--foreground', '--json', '--port', port)
    expect(JSON.parse(await running.prints('stdout'))).toMatchObject({ started: true })
    const { stdout } = await kilo('daemon', 'restart', '--json')
    const { state } = JSON.parse(stdout) as { state: { pid: number } }
    const ended = await running.ended()
    expect(ended).toMatchObject({ code: 1, stderr: expect.stringContaining('not by this command') })
    expect(() => JSON.parse(ended.stdout) as unknown).not.toThrow()
    expect(await world.processes()).toEqual([state.pid])
  })

  it('fault 8: what cannot be written is said, and what was begun goes on to its end', async () => {
    const shell = (redirection: string, ...args: string[]) =>
      runProgram('sh', ['-c', `"$@" ${redirection}`, 'sh', process.execPath, built.path, ...args], world.env)
    expect(await shell('>/dev/full', '--version')).toMatchObject({
      code: 1,
      stderr: 'kilo: the output could not be written (ENOSPC)\n',
    })
    const place = ['--port', String(world.ports.first)]
    expect(await shell('2>/dev/full', 'daemon', 'start', ...place)).toMatchObject({ code: 0 })
    expect(await shell('2>/dev/full', 'daemon', 'stop')).toMatchObject({ code: 0 })
    expect(await world.processes()).toEqual([])
  })

  it('a relative KILO_ENGINE is told on as what it is from here', async () => {
    const engine = world.env['KILO_ENGINE'] ?? ''
    const env = { ...world.env, KILO_ENGINE: relative(process.cwd(), engine) }
    const { stdout } = await run(built.path, env, 'daemon', 'install', '--json')
    const { file } = JSON.parse(stdout) as { file: string }
    expect(await readFile(file, 'utf8')).toContain(`"KILO_ENGINE=${engine}"`)
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
    const autostart = async () =>
      (JSON.parse((await here('status')).stdout) as { autostart: object }).autostart
    expect(await autostart()).toEqual({ installed: true, file, enabled: false })
    // As systemctl enables it.
    await mkdir(join(dirname(file), 'default.target.wants'), { recursive: true })
    await symlink(file, join(dirname(file), 'default.target.wants', basename(file)))
    expect(await autostart()).toEqual({ installed: true, file, enabled: true })
    expect(JSON.parse((await here('uninstall')).stdout)).toEqual({ uninstalled: true, file })
    expect(JSON.parse((await here('uninstall')).stdout)).toEqual({ uninstalled: false, file })
    expect(JSON.parse((await here('status')).stdout)).toMatchObject({ autostart: { installed: false } })
  })

  it.each(['/proc', '/proc/x', '/dev/null'])(
    'install where no file can be (%s) is an error, and ends',
    async (folder) => {
      const env = { ...world.env, XDG_CONFIG_HOME: folder }
      expect(await run(built.path, env, 'daemon', 'install')).toMatchObject({
        code: 1,
        stderr: expect.stringContaining('cannot be written'),
      })
    },
  )

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
