import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { expect, test } from '../fixtures.ts'
import { kiloCommand } from '../repo.ts'
import { daemonAddress } from '../world/engine.ts'
import { freePort } from '../world/free-port.ts'
import type { World } from '../world/world.ts'

interface BadInput {
  what: string
  args: string[]
  code: number
  stderr: RegExp
  env?: NodeJS.ProcessEnv
  prepare?: (world: World) => Promise<unknown>
}

const stateFolder = (world: World) => path.join(world.home, '.local/state/kilo')

const badInputs: BadInput[] = [
  { what: 'an unknown daemon command', args: ['daemon', 'frobnicate'], code: 2, stderr: /frobnicate/ },
  { what: 'an unknown option', args: ['daemon', 'start', '--frobnicate'], code: 2, stderr: /--frobnicate/ },
  { what: 'a port that is no number', args: ['daemon', 'start', '--port', 'abc'], code: 2, stderr: /abc/ },
  { what: 'a port out of range', args: ['console', '--port', '70000'], code: 2, stderr: /70000/ },
  {
    what: 'an engine that is not there',
    args: ['daemon', 'start'],
    env: { KILO_ENGINE: '/nope/kilo' },
    code: 1,
    stderr: /\/nope\/kilo/,
  },
  {
    what: 'an engine that is not executable',
    args: ['daemon', 'start'],
    env: { KILO_ENGINE: '/etc/hostname' },
    code: 1,
    stderr: /\/etc\/hostname/,
  },
  {
    what: 'a state folder that is a file',
    args: ['daemon', 'start'],
    prepare: async (world) => {
      await mkdir(path.dirname(stateFolder(world)), { recursive: true })
      await writeFile(stateFolder(world), '')
    },
    code: 1,
    stderr: /\.local\/state\/kilo/,
  },
  {
    what: 'an engine config that is no JSON',
    args: ['daemon', 'start'],
    prepare: async (world) => {
      const folder = path.join(world.home, '.config/kilo')
      await mkdir(folder, { recursive: true })
      await writeFile(path.join(folder, 'kilo.json'), '{"model": ')
    },
    code: 1,
    stderr: /config/i,
  },
]

for (const { what, args, code, stderr, env, prepare } of badInputs) {
  test(`says what is wrong with ${what}`, async ({ world, kilo }) => {
    await prepare?.(world)
    const result = await kilo(args, env ? { env } : {})
    expect(result.code, result.stderr).toBe(code)
    expect(result.stderr).toMatch(stderr)
    expect(result.stderr).toMatch(/^hint: \S/m)
    expect(result.stderr).not.toMatch(/^\s+at /m)
    expect(await world.processes()).toEqual([])

    const json = await kilo([...args, '--json'], env ? { env } : {})
    expect(json.code).toBe(code)
    expect(JSON.parse(json.stdout)).toMatchObject({
      error: { message: expect.any(String), hint: expect.any(String) },
    })
  })
}

test.describe('beside others', () => {
  test.use({ shared: true })

  test('fault 5: the engine’s own command line takes our daemon for its own', async ({ world, kilo }) => {
    expect((await kilo(['daemon', 'start'])).code).toBe(0)
    const { pid, url } = await daemonAddress(world)
    const status = await world.engine(['daemon', 'status'])
    expect(status, status.stderr).toMatchObject({ code: 0 })
    expect(status.stdout + status.stderr).toContain(String(pid))
    expect(status.stdout + status.stderr).toContain(url)
  })
})

test('fault 5: a daemon that the engine’s own command line started is adopted', async ({ world, kilo }) => {
  // With a port of its own: the engine gives up when another test's engine takes the one that it chose.
  const started = await world.engine(['daemon', 'start', '--port', String(await freePort())])
  expect(started, started.stderr).toMatchObject({ code: 0 })
  const { pid } = await daemonAddress(world)
  const status = await kilo(['daemon', 'status', '--json'])
  expect(JSON.parse(status.stdout)).toMatchObject({ running: true, healthy: true, process: { pid } })
  const reused = await kilo(['daemon', 'start', '--json'])
  expect(JSON.parse(reused.stdout)).toMatchObject({ started: false, reused: true, state: { pid } })
  expect((await kilo(['daemon', 'stop'])).code).toBe(0)
  expect((await kilo(['daemon', 'status'])).code).toBe(3)
})

test('no output holds a secret', async ({ world, kilo }) => {
  const outputs: string[] = []
  const keep = async (...args: string[]) => {
    const { stdout, stderr } = await kilo(args)
    outputs.push(stdout, stderr)
  }
  await keep('daemon', 'start', '--json')
  await keep('console', '--no-open', '--json')
  await keep('console', '--no-open')
  const daemon = await daemonAddress(world)
  const host = JSON.parse(await readFile(path.join(stateFolder(world), 'console.json'), 'utf8')) as Record<
    string,
    unknown
  >
  await keep('daemon', 'status')
  await keep('daemon', 'status', '--json')
  await keep('console', 'status', '--json')
  await keep('doctor')
  await keep('doctor', '--json')
  await keep('daemon', 'logs')
  const logs = (await world.logs()).map(([, text]) => text)
  const basic = Buffer.from(`${daemon.username}:${daemon.password}`).toString('base64')
  const processes = (await world.processes()).map((process) => process.command)
  for (const secret of [daemon.password, basic, String(host['controlToken']), world.model.key]) {
    for (const text of [...outputs, ...logs, ...processes]) expect(text).not.toContain(secret)
  }
})

test('fault 28: Ctrl-C while the console waits for its daemon opens nothing, and leaves no daemon', async ({
  world,
}) => {
  const child = spawn(kiloCommand, ['console', '--no-open'], { cwd: world.project, env: world.env })
  let [stdout, stderr] = ['', '']
  child.stdout.on('data', (chunk: Buffer) => (stdout += String(chunk)))
  child.stderr.on('data', (chunk: Buffer) => (stderr += String(chunk)))
  await expect.poll(() => stderr).toContain('starting the daemon')
  child.kill('SIGINT')
  expect(await once(child, 'close')).toEqual([130, null])
  expect([stdout, stderr]).toEqual(['', expect.stringContaining('kilo: interrupted')])
  expect((await world.kilo(['daemon', 'status'])).code).toBe(3)
})

test('what it does not know goes to the engine', async ({ kilo }) => {
  const paths = await kilo(['debug', 'paths'])
  expect(paths).toMatchObject({ code: 0 })
  expect(paths.stdout).toContain('.local/share/kilo')
  expect((await kilo(['--version'])).stdout).toMatch(/\d+\.\d+\.\d+[\s\S]+7\.7\.7/)
})
