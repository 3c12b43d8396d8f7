import { chmod, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { ensure } from '../../src/lifecycle/ensure.ts'
import { getBounded } from '../../src/net/probe.ts'
import { readStat } from '../../src/process/proc.ts'
import { identify } from '../../src/process/identity.ts'
import { status } from '../../src/lifecycle/status.ts'
import { makeBystander } from '../world/bystander.ts'
import { useWorld } from '../world/suite.ts'
import type { World } from '../world/world.ts'
import { stop } from '../../src/lifecycle/stop.ts'

let world: World
useWorld((made) => (world = made))

const fast = { patienceMs: 300, startMs: 10_000 }

/** An engine that is a script, or any other bytes. */
async function program(content: string | Buffer): Promise<NodeJS.ProcessEnv> {
  const path = join(world.home, 'program')
  await writeFile(path, content)
  await chmod(path, 0o755)
  return { ...world.env, KILO_ENGINE: path }
}

it('fault 22: a daemon that is stopped is waited for, and reused when it goes on', async () => {
  const service = world.service()
  const { state } = await ensure(service, fast)
  process.kill(state.pid, 'SIGSTOP')
  const onProgress = ({ phase }: { phase: string }) => phase === 'wait' && process.kill(state.pid, 'SIGCONT')
  const again = await ensure(service, { patienceMs: 30_000, onProgress })
  expect(again).toMatchObject({ reused: true, state: { pid: state.pid } })
})

it.each(['401', '500', 'html', 'drip', 'flood'])(
  'fault 24: a daemon whose health answers %s is unhealthy in bounded time, then replaced',
  async (mode) => {
    const service = world.service()
    const { state } = await ensure(service, fast)
    await getBounded(`${state.url}/fake/${mode}`)
    expect(await status(service)).toMatchObject({ running: true, healthy: false })
    const next = await ensure(service, fast)
    expect(next).toMatchObject({ replaced: true })
    expect(await world.processes()).toEqual([next.state.pid])
  },
)

it('fault 26: two installs a few at a time replace once, then the older one says what runs and how to switch', async () => {
  const older = world.service()
  const newer = world.service({ env: await world.engine('2.0.0') })
  await ensure(older, fast)
  const { state } = await ensure(newer, fast)
  for (const turn of [1, 2, 3]) {
    await expect(ensure(older, fast), `turn ${turn}`).rejects.toMatchObject({
      code: 'other-version',
      message: expect.stringContaining('2.0.0'),
      hint: expect.stringContaining('kilo daemon restart'),
    })
    expect(await ensure(newer, fast)).toMatchObject({ reused: true, state: { pid: state.pid } })
  }
  expect(await world.processes()).toEqual([state.pid])
})

describe('an engine that does not run', () => {
  it('fault 27: built for another machine or system, it is named as that and not run', async () => {
    const elf = Buffer.alloc(64)
    elf.set([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1])
    elf.writeUInt16LE(process.arch === 'arm64' ? 62 : 183, 18)
    const env = await program(elf)
    await expect(ensure(world.service({ env }), fast)).rejects.toMatchObject({
      code: 'engine-wrong-platform',
      message: expect.stringMatching(/is built for linux .*, not for this machine/),
    })
  })

  it('fault 27: a script whose interpreter is missing', async () => {
    const env = await program('#!/nowhere/interpreter\n')
    await expect(ensure(world.service({ env }), fast)).rejects.toMatchObject({
      code: 'not-startable',
      message: expect.stringContaining('missing'),
    })
  })

  it('fault 31: one that crashes at every start is tried three times, and its last words are told', async () => {
    const starts = join(world.home, 'starts')
    const env = await program(`#!/bin/sh\necho x >> ${starts}\necho 'panic: no luck' >&2\nexit 134\n`)
    const messages: string[] = []
    const onProgress = ({ message }: { message: string }) => messages.push(message)
    await expect(ensure(world.service({ env }), { ...fast, onProgress })).rejects.toMatchObject({
      code: 'exited',
      message: expect.stringMatching(/^3 starts in a row failed; .*exit code 134[\s\S]*panic: no luck/),
      hint: 'kilo daemon logs',
    })
    expect(await readFile(starts, 'utf8')).toBe('x\n'.repeat(3))
    expect(messages).toContain('the daemon ended while starting; try 3 follows')
    expect(await world.processes()).toEqual([])
  })

  it('fault 31: one that comes up at the third try is a start like any other', async () => {
    const env = await world.engine('1.0.0', { FAKE_MODE: 'crash-twice', FAKE_MARK: join(world.home, 'mark') })
    const { started, state } = await ensure(world.service({ env }), fast)
    expect([started, await world.processes()]).toEqual([true, [state.pid]])
  })

  it('fault 31: a config that is refused is named, and not tried again', async () => {
    const starts = join(world.home, 'starts')
    const words = 'Configuration is invalid at /h/kilo.json\n↳ Expected string | undefined, got 5 model'
    const env = await program(`#!/bin/sh\necho x >> ${starts}\nprintf 'Error: ${words}\\n' >&2\nexit 1\n`)
    await expect(ensure(world.service({ env }), fast)).rejects.toMatchObject({
      code: 'config-refused',
      message: 'the engine does not take its configuration /h/kilo.json: model: expected string | undefined',
      hint: 'edit /h/kilo.json, then kilo daemon start',
    })
    expect(await readFile(starts, 'utf8')).toBe('x\n')
  })

  it('one error of a first start names no file: the engine is asked again, in a copy, which one it is', async () => {
    const config = join(world.home, '.config', 'kilo')
    await mkdir(config, { recursive: true })
    await writeFile(join(config, 'kilo.jsonc'), '{"permission":5}')
    const copy = '"$XDG_CONFIG_HOME/kilo/kilo.jsonc"'
    const env = await program(`#!/bin/sh
if [ "$1" = serve ]; then echo 'Can not add index to parent of type number' >&2; exit 1; fi
[ -e "$XDG_CONFIG_HOME/kilo/.bash-permission-migrated" ] || exit 0
grep -q permission ${copy} && echo "Configuration is invalid at" ${copy}
echo '↳ Expected object, got 5 permission'; exit 1
`)
    await expect(ensure(world.service({ env }), fast)).rejects.toMatchObject({
      code: 'config-refused',
      details: { path: join(config, 'kilo.jsonc') },
      message: expect.stringContaining('permission: expected object'),
    })
    expect(await readdir(config)).toEqual(['kilo.jsonc'])
  })
})

it('fault 30: KILL is for its own group alone', async () => {
  const bystander = await makeBystander()
  const env = await world.engine('1.0.0', { FAKE_MODE: 'ignore-term' })
  const { state } = await ensure(world.service({ env }), fast)
  expect(await stop(world.service())).toEqual({ stopped: true, pid: state.pid })
  expect(await world.processes()).toEqual([])
  expect(bystander.unharmed()).toBe(true)
  await bystander.end()
})

it.each(['start', 'stop'] as const)(
  'fault 29: the daemon crashed: its children are ended by the next %s, what was detached on purpose is not',
  async (next) => {
    const env = await world.engine('1.0.0', { FAKE_MODE: 'children' })
    const { state } = await ensure(world.service({ env }), fast)
    const bystander = await makeBystander()
    process.kill(state.pid, 'SIGKILL')
    await vi.waitFor(async () => expect(await identify(state.pid)).toBeUndefined(), 10_000)
    const left = await world.processes()
    // A stubborn shell and its sleep in the daemon's group, and one that leads a session of its own.
    expect(left).toHaveLength(3)
    const service = world.service()
    const own = next === 'start' ? [(await ensure(service, fast)).state.pid] : []
    if (next === 'stop') await stop(service)
    const kept = (await world.processes()).filter((pid) => !own.includes(pid))
    expect(kept).toHaveLength(1)
    expect(await readStat(kept[0] ?? 0)).toMatchObject({ session: kept[0] })
    expect(bystander.unharmed()).toBe(true)
    await bystander.end()
  },
)
