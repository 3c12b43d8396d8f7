import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chown, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { describe, expect, it, vi } from 'vitest'
import { ensure } from '../../src/lifecycle/ensure.ts'
import { ensurePrivateFolder } from '../../src/files/private-file.ts'
import { identify } from '../../src/process/identity.ts'
import { readState } from '../../src/state/state-file.ts'
import { status } from '../../src/lifecycle/status.ts'
import { stop } from '../../src/lifecycle/stop.ts'
import type { Answer } from '../world/contenders.ts'
import { CONTENDER, useProgram, useWorld } from '../world/suite.ts'
import type { World } from '../world/world.ts'

const program = useProgram(CONTENDER)
let world: World
useWorld((made) => (world = made))

const fast = { patienceMs: 600, startMs: 10_000 }
const order = (action: string) => JSON.stringify({ action, ports: world.ports })

/** A file as a daemon left it that has ended in peace. */
async function leaveState(change: Record<string, unknown>): Promise<void> {
  const service = world.service()
  const { state } = await ensure(service, fast)
  await stop(service)
  await writeFile(service.paths.state, JSON.stringify({ ...state, ...change }), { mode: 0o600 })
}

it.each([
  ...[-1, 0, 1, '12x', 2 ** 53].map((pid): [unknown, string] => [pid, 'shape']),
  ...[process.pid, process.ppid].map((pid): [unknown, string] => [pid, 'another program']),
])(
  'fault 2: pid %s in the file: every command runs its course, and signals nothing but what it started',
  async (pid, reason) => {
    await leaveState({ pid })
    const { state: file } = world.service().paths
    const text = await readFile(file)
    const signals: number[] = []
    const kill = process.kill.bind(process)
    // Whatever else it were to signal is only noted: with -1 that would be this whole machine.
    vi.spyOn(process, 'kill').mockImplementation((target, signal) => {
      if (signal !== 0) signals.push(target)
      return signal === 0 || started.includes(Math.abs(target)) ? kill(target, signal) : true
    })
    const started: number[] = []
    const service = world.service()
    expect(await status(service)).toMatchObject({ running: false, reason: expect.stringContaining(reason) })
    expect(await stop(service)).toMatchObject({ stopped: false })
    await writeFile(file, text, { mode: 0o600 })
    started.push((await ensure(service, fast)).state.pid)
    expect(signals).toEqual([])
    await stop(service)
    expect(new Set(signals.map(Math.abs))).toEqual(new Set(started))
  },
)

it('fault 2, 29: the shell that runs the command is named, with its right identity: it is not ended, and the error says why', async () => {
  await leaveState({})
  const script = `trap 'echo signalled' TERM INT HUP; read go; "$@"; echo survived`
  const node = [process.execPath, program.path]
  const shell = spawn('sh', ['-c', script, 'sh', ...node, order('stop')], { env: world.env })
  await once(shell, 'spawn')
  await world.editState({ pid: shell.pid, identity: await identify(shell.pid ?? 0) })
  let printed = ''
  shell.stdout.on('data', (chunk: Buffer) => (printed += String(chunk)))
  shell.stdin.end('go\n')
  await once(shell, 'close')
  expect(printed).toMatch(/^\{"error":\{"code":"inside".*\}\nsurvived\n$/)
  expect(await readState(world.service())).toMatchObject({ kind: 'ok', state: { pid: shell.pid } })
})

it('fault 3: a folder of another user is an error with a hint', async () => {
  const isRoot = process.getuid?.() === 0
  const { folder } = world.service().paths
  if (isRoot) {
    await ensurePrivateFolder(folder)
    await chown(folder, 65_534, 65_534)
  }
  const theirs = isRoot ? ensure(world.service(), fast) : ensurePrivateFolder('/usr')
  await expect(theirs).rejects.toMatchObject({
    code: 'unsafe-folder',
    hint: expect.stringContaining('chown'),
  })
  expect(await world.processes()).toEqual([])
})

it.each(['0', '777'])('fault 4: started with umask %s, files are 0600 and folders 0700', async (umask) => {
  // Root could open a file without any mode; a second command of another user cannot.
  const text = JSON.stringify({ action: 'start', ports: world.ports, ...(await world.asNobody()) })
  const start = ['-c', `umask ${umask}; exec "$@"`, 'sh', process.execPath, program.path, text]
  const outputs = [spawn('sh', start, { env: world.env }), spawn('sh', start, { env: world.env })]
  const answers = await Promise.all(outputs.map(({ stdout }) => once(createInterface(stdout), 'line')))
  const pids = answers.map(([line]) => (JSON.parse(String(line)) as Answer).pid)
  expect(await world.processes()).toContain(pids[0])
  expect(pids[1]).toBe(pids[0])
  const { state, log, folder } = world.service().paths
  const modes = await Promise.all([state, log, folder, join(log, '..')].map((path) => stat(path)))
  expect(modes.map(({ mode }) => (mode & 0o777).toString(8))).toEqual(['600', '600', '700', '700'])
})

it('fault 6: what a killed writer left is swept by the next start', async () => {
  const { folder } = world.service().paths
  await ensurePrivateFolder(folder)
  await writeFile(join(folder, '.daemon.json.tmp-77-abc'), '{"password":"half a', { mode: 0o600 })
  await ensure(world.service(), fast)
  expect((await readdir(folder)).filter((name) => name.includes('.tmp-'))).toEqual([])
})

describe('an engine in the port range that no file speaks of', () => {
  it('fault 7: is reported by status and left alone by start, which makes one managed one', async () => {
    const service = world.service()
    const place = { hostname: '127.0.0.1', port: world.ports.first }
    const { file, args, cwd, env } = await service.launch(place, 'word')
    const byHand = spawn(file, args, { cwd, env: { ...env, KILOCODE_FEATURE: '' } })
    await once(byHand.stdout, 'data')
    const open = createServer((_, response) => response.end('{"healthy":true,"version":"3.0.0"}'))
    await once(open.listen(world.ports.last, '127.0.0.1'), 'listening')
    const url = (port: number) => `http://127.0.0.1:${port}`
    expect(await status(service)).toMatchObject({
      running: false,
      unmanaged: [{ url: url(world.ports.first) }, { url: url(world.ports.last), version: '3.0.0' }],
      reason: expect.stringContaining(`${url(world.ports.first)} (wants a password)`),
    })
    const starts = await Promise.all([ensure(service, fast), ensure(world.service(), fast)])
    const [one, two] = starts.map(({ state }) => state.pid)
    expect(one).toBe(two)
    expect(new Set(await world.processes())).toEqual(new Set([byHand.pid, one]))
    open.close()
  })
})

it('fault 1: a folder in the file’s place is set aside too', async () => {
  const service = world.service()
  await ensurePrivateFolder(service.paths.folder)
  await mkdir(service.paths.state)
  expect(await ensure(service, fast)).toMatchObject({ started: true })
  expect((await readState(service)).kind).toBe('ok')
})
