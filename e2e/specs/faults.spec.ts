/** What goes wrong around a daemon, with the real engine. The small servers of the unit tests show the rest. */
import { access, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from '../fixtures.ts'
import { connectEngine, daemonAddress, until } from '../world/engine.ts'
import { freePort } from '../world/free-port.ts'
import type { World } from '../world/world.ts'

const engines = async (world: World) =>
  (await world.processes()).filter(({ command }) => / serve /.test(command)).map(({ pid }) => pid)

/** sha1 of `kilocode-daemon`: the folder that the engine's own command line holds while it starts one. */
const lockOf = (world: World) =>
  path.join(world.home, '.local/state/kilo/locks/699826e6a8c487be620a54ef2d4f00dd7006243b.lock')

test('fault 14: the engine’s own command line and ours start at the same moment, and share one daemon', async ({
  world,
}) => {
  const port = String(await freePort())
  const ours = () => world.kilo(['daemon', 'start', '--json', '--port', port])
  const theirs = () => world.engine(['daemon', 'start', '--port', port])
  // Makes the database: two engines that both find none make the same tables, and one of them fails.
  await world.engine(['daemon', 'status'])
  for (const first of ['ours', 'theirs'] as const)
    await test.step(`${first} first`, async () => {
      const [begin, follow] = first === 'ours' ? [ours, theirs] : [theirs, ours]
      const beginning = begin()
      await until('the lock', () =>
        access(lockOf(world)).then(
          () => true,
          () => undefined,
        ),
      )
      const results = await Promise.all([beginning, follow()])
      expect(
        results.map(({ code }) => code),
        JSON.stringify(results),
      ).toEqual([0, 0])
      const { pid } = await daemonAddress(world)
      expect(await engines(world)).toEqual([pid])
      expect((await world.kilo(['daemon', 'status'])).stdout).toContain(`pid ${pid}`)
      expect(await world.kilo(['daemon', 'stop'])).toMatchObject({ code: 0 })
    })
})

const MCP = `
import { createInterface } from 'node:readline'
createInterface({ input: process.stdin }).on('line', (line) => {
  const { id, method, params } = JSON.parse(line)
  const result =
    method === 'initialize'
      ? { protocolVersion: params.protocolVersion, capabilities: { tools: {} }, serverInfo: { name: 'x', version: '1' } }
      : { tools: [] }
  if (id !== undefined) console.log(JSON.stringify({ jsonrpc: '2.0', id, result }))
})
process.on('SIGTERM', () => undefined)
setInterval(() => undefined, 1000)
`

test('fault 29: stop with an event stream, three shells and an MCP server open ends them all', async ({
  world,
  kilo,
}) => {
  const script = path.join(world.home, 'mcp.mjs')
  await writeFile(script, MCP)
  const mcp = { stubborn: { type: 'local', command: [process.execPath, script], enabled: true } }
  await writeFile(path.join(world.project, 'kilo.json'), JSON.stringify({ mcp }))
  expect(await kilo(['daemon', 'start'])).toMatchObject({ code: 0 })
  const address = await daemonAddress(world)
  const engine = connectEngine(address, world.project)
  await until('the MCP server', async () => {
    const servers = await engine.ask<Record<string, { status: string }>>('/mcp')
    return servers['stubborn']?.status === 'connected' ? true : undefined
  })
  for (const title of ['one', 'two', 'three']) {
    await engine.ask('/pty', { command: '/bin/sh', args: ['-c', 'trap "" HUP TERM; sleep 1000'], title })
  }
  const authorization = `Basic ${Buffer.from(`${address.username}:${address.password}`).toString('base64')}`
  const stream = await fetch(new URL('/global/event', address.url), { headers: { authorization } })
  const ended = stream.text().catch(() => 'broken off')
  const count = async (pattern: RegExp) =>
    (await world.processes()).filter(({ command }) => pattern.test(command)).length
  // The engine answers before a shell has become the program that was asked for.
  await expect.poll(async () => [await count(/mcp\.mjs/), await count(/^\/bin\/sh -c trap/)]).toEqual([1, 3])

  expect(await kilo(['daemon', 'stop'])).toMatchObject({ code: 0 })
  expect(await world.processes()).toEqual([])
  await ended
})

test.describe('beside others', () => {
  test.use({ shared: true })

  test('fault 25: a daemon at work is not replaced unasked', async ({ world, kilo, engine }) => {
    await engine.prompt('[script:endless and on ]')
    const { pid } = await daemonAddress(world)
    await until('the session to be busy', async () => {
      const statuses = await engine.ask<Record<string, { type: string }>>('/session/status')
      return Object.values(statuses).some(({ type }) => type === 'busy') ? true : undefined
    })
    const refused = await kilo(['daemon', 'restart'])
    expect(refused).toMatchObject({ code: 1 })
    expect(refused.stderr).toMatch(/at work on 1 session[\s\S]*--force/)
    expect(await engines(world)).toEqual([pid])
    expect(await kilo(['daemon', 'restart', '--force'])).toMatchObject({ code: 0 })
    const [next, ...others] = await engines(world)
    expect([next === pid, others]).toEqual([false, []])
  })
})
