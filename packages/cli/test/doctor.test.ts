import { spawnSync } from 'node:child_process'
import { chmod, lstat, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { useProgram, useWorld, type World } from '@kilo-console/daemon/testing'
import { run } from './world/kilo.ts'
import type { Finding } from '../src/doctor/finding.ts'

const built = useProgram(new URL('../src/index.ts', import.meta.url))
let world: World
useWorld((made) => (world = made))

const kilo = (...args: string[]) => run(built.path, world.env, ...args)

/** Every file and folder of the home: what it is, its mode, its times and its content. */
async function everything(): Promise<Map<string, unknown>> {
  const names = await readdir(world.home, { recursive: true })
  const entries = await Promise.all(
    names.toSorted().map(async (name): Promise<[string, unknown]> => {
      const path = join(world.home, name)
      const { mode, mtimeMs, ctimeMs, ino } = await lstat(path)
      const isFile = (mode & 0o170000) === 0o100000
      return [name, { mode, mtimeMs, ctimeMs, ino, text: isFile ? await readFile(path, 'utf8') : '' }]
    }),
  )
  return new Map(entries)
}

async function findings(): Promise<{ code: number | null; of: (check: string) => Finding[] }> {
  const { code, stdout } = await kilo('doctor', '--json')
  const { checks } = JSON.parse(stdout) as { checks: Finding[] }
  return { code, of: (check) => checks.filter((finding) => finding.check === check) }
}

it('changes nothing: in an empty home, beside a running daemon, beside a broken state', async () => {
  const untouched = async () => {
    const before = await everything()
    await kilo('doctor')
    await kilo('doctor', '--json')
    expect(await everything()).toEqual(before)
  }
  await untouched()
  await kilo('daemon', 'start', '--port', String(world.ports.first))
  await untouched()
  await kilo('daemon', 'stop')
  await writeFile(world.service().paths.state, '{"torn')
  await untouched()
})

it('a line each, with its state; 0 while nothing failed', async () => {
  const { code, stdout } = await kilo('doctor')
  expect(code).toBe(0)
  const lines = stdout.trimEnd().split('\n')
  expect(lines.at(-1)).toMatch(/^(No problems found\.|\d+ warnings?\.)$/)
  for (const line of lines.slice(0, -2)) expect(line).toMatch(/^(● ok|▲ warning|✕ failed| {10,}run: )/)
})

it('a running daemon: who it is, and its port', async () => {
  await kilo('daemon', 'start', '--port', String(world.ports.first))
  const { code, of } = await findings()
  expect(code).toBe(0)
  expect(of('daemon')).toMatchObject([
    { state: 'ok', what: expect.stringContaining(`:${world.ports.first}`) },
  ])
  expect(of('memory')).toMatchObject([{ state: 'ok', what: expect.stringContaining('limit 4G') }])
  expect(of('daemon lock')).toMatchObject([{ state: 'ok', what: 'free' }])
})

it('what failed, and what to run: exit code 1', async () => {
  await kilo('daemon', 'start', '--port', String(world.ports.first))
  const { log, state } = world.service().paths
  await chmod(log, 0o644)
  const config = join(world.home, '.config', 'kilo')
  await kilo('daemon', 'stop')
  await mkdir(config, { recursive: true })
  await writeFile(join(config, 'kilo.jsonc'), '{\n  "model": nonsense\n}')
  await writeFile(state, '{"torn', { mode: 0o600 })
  const { code, of } = await findings()
  expect(code).toBe(1)
  expect(of('daemon log')).toMatchObject([{ state: 'failed', hint: expect.stringContaining('chmod 600') }])
  expect(of('engine config')).toMatchObject([{ state: 'failed', what: expect.stringContaining('(line 2)') }])
  expect(of('daemon')).toMatchObject([
    { state: 'warning', what: expect.stringContaining('is not JSON'), hint: 'kilo daemon start' },
  ])
})

it('an engine that is missing fails alone', async () => {
  const { code, stdout } = await run(built.path, { ...world.env, KILO_ENGINE: '/nowhere' }, 'doctor')
  expect(code).toBe(1)
  expect(stdout).toContain('there is no engine at /nowhere')
  expect(stdout).toContain('● ok       node')
})

it('a file where a folder belongs, and a state that cannot be read, are findings among the others', async () => {
  const { folder, state, log } = world.service().paths
  await mkdir(state, { recursive: true })
  await mkdir(join(log, '..', '..'), { recursive: true })
  await writeFile(join(log, '..'), '')
  const { code, of } = await findings()
  expect(code).toBe(1)
  expect(of('log folder')).toMatchObject([
    { state: 'failed', what: expect.stringContaining('is not a folder') },
  ])
  expect(of('state folder')).toMatchObject([{ state: 'ok' }])
  expect(folder).toBe(join(state, '..'))
  const deep = { ...world.env, XDG_STATE_HOME: `/${'x'.repeat(300)}` }
  const { stdout } = await run(built.path, deep, 'doctor', '--json')
  const { checks } = JSON.parse(stdout) as { checks: Finding[] }
  expect(checks.filter(({ check }) => check === 'daemon')).toMatchObject([
    { state: 'failed', what: expect.stringContaining('cannot be read (ENAMETOOLONG)') },
  ])
  expect(checks.length).toBeGreaterThan(10)
})

it('a config that the engine refuses is named, while nothing runs and when it was changed beside a daemon', async () => {
  const config = join(world.home, '.config', 'kilo')
  await mkdir(config, { recursive: true })
  await kilo('daemon', 'start', '--port', String(world.ports.first))
  await writeFile(join(config, 'kilo.jsonc'), '{"permission":5}')
  const named = [
    {
      state: 'failed',
      what: '~/.config/kilo/kilo.jsonc is refused by the engine: permission: expected object | undefined',
      hint: 'edit ~/.config/kilo/kilo.jsonc',
    },
  ]
  expect((await findings()).of('engine config')).toMatchObject(named)
  await kilo('daemon', 'stop')
  const { code, of } = await findings()
  expect([code, of('engine config')]).toMatchObject([1, named])
  await writeFile(join(config, 'kilo.jsonc'), '{"permission":"ask"}')
  expect((await findings()).of('engine config')).toMatchObject([{ state: 'ok' }])
})

const asRoot = process.platform === 'linux' && process.getuid?.() === 0

it('a home that its user may not write in', async () => {
  await chmod(world.home, 0o555)
  await chmod(dirname(built.path), 0o755)
  // Root may write everywhere, so that somebody else has to look.
  const user = asRoot ? { uid: 65_534, gid: 65_534 } : {}
  const child = spawnSync(process.execPath, [built.path, 'doctor', '--json'], {
    env: world.env,
    encoding: 'utf8',
    ...user,
  })
  await chmod(world.home, 0o755)
  const { checks } = JSON.parse(child.stdout) as { checks: Finding[] }
  const of = (check: string) => checks.filter((finding) => finding.check === check)
  expect(of('home')).toMatchObject([
    { state: 'failed', what: '~ cannot be written: you may not write there' },
  ])
  expect(of('state folder')).toMatchObject([
    { state: 'failed', what: '~/.local/state/kilo cannot be made in ~: you may not write there' },
  ])
  expect(child.status).toBe(1)
})

// Only root may mount, and not in every container.
const mayMount = asRoot && spawnSync('unshare', ['--mount', 'true']).status === 0

it.skipIf(!mayMount)('a home on a disk that is read-only', () => {
  const { home } = world
  const inside = 'mount --bind "$1" "$1" && mount -o remount,bind,ro "$1" && exec "$2" "$3" doctor --json'
  const child = spawnSync(
    'unshare',
    ['--mount', 'sh', '-c', inside, 'sh', home, process.execPath, built.path],
    {
      env: { ...world.env, PATH: process.env['PATH'] },
      encoding: 'utf8',
    },
  )
  const { checks } = JSON.parse(child.stdout) as { checks: Finding[] }
  expect(checks.filter(({ check }) => check === 'home')).toMatchObject([
    { state: 'failed', what: '~ cannot be written: the disk is read-only' },
  ])
})
