import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { appendFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { get } from 'node:http'
import { describe, expect, it, vi } from 'vitest'
import { contend, CONTENDER, useProgram, useWorld, type World } from '@kilo-console/daemon/testing'
import { begin, run } from './world/kilo.ts'

const built = useProgram(new URL('../src/index.ts', import.meta.url))
const contender = useProgram(CONTENDER)
let world: World
useWorld((made) => (world = made))

const SIGNALS = [
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const
const start = () => ['daemon', 'start', '--port', String(world.ports.first)]
const kilo = (...args: string[]) => run(built.path, world.env, ...args)

interface Address {
  pid: number
  url: string
  password: string
  log: string
}

async function startDaemon(env = world.env): Promise<Address> {
  expect(await run(built.path, env, ...start())).toMatchObject({ code: 0 })
  return JSON.parse(await readFile(world.service().paths.state, 'utf8')) as Address
}

describe.each(SIGNALS)('%s', (signal, code) => {
  it(`fault 28: ${signal} while it waits for another command: that one goes on, this one leaves no trace`, async () => {
    const other = contend(contender.path, world, { action: 'start', halt: { at: 'launch', how: 'wait' } })
    expect(await other.says()).toBe('launch')
    const waiting = begin(built.path, world.env, ...start())
    expect(await waiting.prints('stderr')).toContain('waiting for another command')
    waiting.child.kill(signal)
    expect(await waiting.ended()).toMatchObject({ code })
    other.goOn()
    const { pid } = await other.answer()
    expect(await world.processes()).toEqual([pid])
  })

  it(`fault 28: ${signal} while it waits for a silent daemon: that one stays`, async () => {
    const { pid, url } = await startDaemon()
    await fetch(`${url}/fake/wedge`)
    const waiting = begin(built.path, world.env, ...start())
    expect(await waiting.prints('stderr')).toContain('waiting for the daemon')
    waiting.child.kill(signal)
    expect(await waiting.ended()).toMatchObject({ code })
    expect(await world.processes()).toEqual([pid])
  })

  it(`fault 28: ${signal} while it starts: nothing is left`, async () => {
    const starting = begin(built.path, { ...world.env, FAKE_MODE: 'mute' }, ...start())
    expect(await starting.prints('stderr')).toContain('starting the daemon')
    starting.child.kill(signal)
    expect(await starting.ended()).toMatchObject({ code })
    expect(await world.processes()).toEqual([])
    expect(await kilo('daemon', 'status')).toMatchObject({ code: 3 })
  })

  it(`fault 28: ${signal} while it replaces: the old one is ended, no new one is begun`, async () => {
    await startDaemon()
    const env = { ...world.env, FAKE_MODE: 'mute' }
    const replacing = begin(built.path, env, 'daemon', 'restart')
    expect(await replacing.prints('stderr')).toContain('ending the daemon')
    replacing.child.kill(signal)
    expect(await replacing.ended()).toMatchObject({ code })
    expect(await world.processes()).toEqual([])
  })
})

describe('nobody reads its output', () => {
  const shell = (script: string) =>
    spawn('sh', ['-c', script, 'kilo', process.execPath, built.path, ...start()], { env: world.env })

  it('fault 28: `| head -1` gets its line, the daemon runs', async () => {
    const piped = shell('"$@" | head -1')
    const [[line]] = await Promise.all([once(piped.stdout, 'data'), once(piped, 'exit')])
    expect(String(line)).toMatch(/^kilo daemon started.*\n$/)
    expect(await kilo('daemon', 'status')).toMatchObject({ code: 0 })
  })

  it('fault 28: `logs --follow | head -1` ends', async () => {
    const { log } = await startDaemon()
    const piped = shell('"$1" "$2" daemon logs --follow | head -1')
    // It hears of the closed pipe when it writes again.
    const adding = setInterval(() => appendFileSync(log, 'one more line\n'), 20)
    try {
      expect(await once(piped, 'exit')).toEqual([0, null])
    } finally {
      clearInterval(adding)
    }
  })

  it('fault 29: its terminal is closed: the daemon lives on', async () => {
    const terminal = spawn(
      'script',
      ['-qec', '"$KILO_NODE" "$KILO_PROGRAM" daemon start; cat', '/dev/null'],
      {
        env: { ...world.env, KILO_NODE: process.execPath, KILO_PROGRAM: built.path, SHELL: '/bin/sh' },
        stdio: ['pipe', 'pipe', 'ignore'],
      },
    )
    let printed = ''
    terminal.stdout.on('data', (chunk: Buffer) => (printed += String(chunk)))
    await vi.waitFor(() => expect(printed).toMatch(/kilo daemon started/), 20_000)
    // Its end closes the terminal, and the kernel hangs up on all that run in it.
    terminal.kill('SIGKILL')
    await once(terminal, 'close')
    expect(await kilo('daemon', 'status')).toMatchObject({ code: 0 })
    const { pid } = JSON.parse(await readFile(world.service().paths.state, 'utf8')) as Address
    await vi.waitFor(async () => expect(await world.processes()).toEqual([pid]), 10_000)
  })
})

it('fault 29: stop with an open event stream and children: all are gone, and the stream is closed', async () => {
  const { url, password } = await startDaemon({ ...world.env, FAKE_MODE: 'children' })
  const stream = get(`${url}/global/event`, { auth: `kilo:${password}` })
  const [response] = (await once(stream, 'response')) as [NodeJS.ReadableStream]
  await once(response, 'data')
  stream.on('error', () => undefined)
  response.on('error', () => undefined)
  const closed = new Promise((resolve) => response.once('close', resolve))
  expect((await world.processes()).length).toBeGreaterThan(2)
  expect(await kilo('daemon', 'stop')).toMatchObject({ code: 0 })
  await closed
  expect(await world.processes()).toEqual([])
})
