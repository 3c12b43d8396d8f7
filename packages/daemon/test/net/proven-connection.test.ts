import { spawn } from 'node:child_process'
import { once } from 'node:events'
import type * as Net from 'node:net'
import { createServer, type AddressInfo, type ListenOptions, type Server } from 'node:net'
import { createInterface } from 'node:readline'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { findListener } from '../../src/net/owned-listener.ts'
import { connectProven } from '../../src/net/proven-connection.ts'
import { identify } from '../../src/process/identity.ts'
import { canBeOthers, startSquatter, type Squatter } from '../world/other-user.ts'

/** What happens after it was looked up who listens, and before the connection is made. */
const between = vi.hoisted<{ happens?: (() => Promise<unknown>) | undefined }>(() => ({}))

vi.mock('node:net', async (load) => {
  const net = await load<typeof Net>()
  const connect = (options: Net.TcpNetConnectOpts) => {
    const socket = new net.Socket()
    const begin = () => socket.connect(options)
    void (between.happens?.() ?? Promise.resolve()).then(begin)
    return socket
  }
  return { ...net, connect }
})

const cleanups: (() => unknown)[] = []
afterEach(async () => {
  between.happens = undefined
  for (const cleanup of cleanups.splice(0).toReversed()) await cleanup()
})

async function listen(options: ListenOptions): Promise<{ port: number; close: () => Promise<void> }> {
  const server: Server = createServer((socket) => socket.on('error', () => undefined).resume())
  server.listen({ port: 0, ...options })
  await once(server, 'listening')
  const close = () => new Promise<void>((resolve) => server.close(() => resolve()))
  cleanups.push(close)
  return { port: (server.address() as AddressInfo).port, close }
}

/** A process of this user's that listens, and how to kill it. */
async function listeningChild() {
  const program =
    "const s = require('node:net').createServer().listen(0, '127.0.0.1', () => console.log(s.address().port))"
  const child = spawn(process.execPath, ['-e', program], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string]
  const identity = await identify(child.pid ?? 0)
  const end = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return
    child.kill('SIGKILL')
    await once(child, 'exit')
  }
  cleanups.push(end)
  return { port: Number(line), owner: { pid: child.pid ?? 0, ...(identity && { identity }) }, end }
}

async function squat(port: number, once = false): Promise<Squatter> {
  const squatter = await startSquatter({ port, once })
  cleanups.push(() => squatter.end())
  return squatter
}

const at = (port: number, hostname = '127.0.0.1') => ({ hostname, port })
const OTHER = { code: 'other-listener' }

describe.runIf(canBeOthers)(
  'fault 56: a squatter that takes the port between look-up and connection (only as root: needs another user)',
  () => {
    it('of a server that just ended', async () => {
      const own = await listen({ host: '127.0.0.1' })
      let squatter: Squatter | undefined
      between.happens = async () => {
        await own.close()
        squatter = await squat(own.port)
      }
      await expect(connectProven(at(own.port), {})).rejects.toMatchObject(OTHER)
      expect(await squatter?.heard()).toEqual({ connections: 1, bytes: 0, text: '' })
    })

    it('of the recorded process, killed', async () => {
      const { port, owner, end } = await listeningChild()
      let squatter: Squatter | undefined
      between.happens = async () => {
        await end()
        squatter = await squat(port)
      }
      await expect(connectProven(at(port), owner)).rejects.toMatchObject(OTHER)
      expect(await squatter?.heard()).toEqual({ connections: 1, bytes: 0, text: '' })
    })

    it.each(['accepts', 'does not accept'])(
      'that stands before a server of ours for IPv6 alone, %s, and is gone at the second look',
      async (how) => {
        const own = await listen({ host: '::', ipv6Only: true })
        expect(await findListener(at(own.port), {})).toMatchObject({
          kind: 'proven',
          listener: { isWildcard6: true },
        })
        let squatter: Squatter | undefined
        between.happens = async () => {
          squatter = await squat(own.port, true)
          if (how !== 'accepts') process.kill(squatter.pid, 'SIGSTOP')
        }
        await expect(connectProven(at(own.port), {})).rejects.toMatchObject(OTHER)
        if (squatter) process.kill(squatter.pid, 'SIGCONT')
        expect(await squatter?.heard()).toMatchObject({ bytes: 0, text: '' })
      },
    )
  },
)

it.each<[string, ListenOptions]>([
  ['127.0.0.1', { host: '127.0.0.1' }],
  ['127.0.0.1', { host: '0.0.0.0' }],
  ['127.0.0.1', { host: '::' }],
  ['::1', { host: '::' }],
  ['::1', { host: '::1' }],
  ['[::1]', { host: '::1' }],
  ['localhost', { host: '127.0.0.1' }],
])('our own is reached: %s at %j', async (hostname, options) => {
  const { port, close } = await listen(options)
  const socket = await connectProven(at(port, hostname), {})
  socket.destroy()
  await close()
  await expect(connectProven(at(port, hostname), {})).rejects.toMatchObject({ code: 'not-listening' })
})

it('one that does not accept yet is ours all the same', async () => {
  const { port, owner, end } = await listeningChild()
  process.kill(owner.pid, 'SIGSTOP')
  const socket = await connectProven(at(port), owner)
  expect(socket.remotePort).toBe(port)
  socket.destroy()
  await end()
})

it('a child of the owner may listen in its place, another process of this user may not', async () => {
  const { port, owner } = await listeningChild()
  expect(await findListener(at(port), { pid: process.pid })).toMatchObject({ kind: 'proven' })
  expect(await findListener(at(port), owner)).toMatchObject({ kind: 'proven' })
  const mine = await listen({ host: '127.0.0.1' })
  expect(await findListener(at(mine.port), owner)).toEqual({ kind: 'other', uid: process.getuid?.() })
})

it('a later process with the owner’s number is another', async () => {
  const { port, owner } = await listeningChild()
  const later = { pid: owner.pid, identity: { startTime: '1', bootId: '' } }
  expect(await findListener(at(port), later)).toEqual({ kind: 'absent' })
})
