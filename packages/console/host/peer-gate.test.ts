import { once } from 'node:events'
import { createServer as createHttp } from 'node:http'
import { connect, type AddressInfo, type Socket } from 'node:net'
import type { Connection, Peer } from '@kilo-console/daemon'
import { afterEach, describe, expect, test } from 'vitest'
import { isWelcome, makeGate } from './peer-gate.ts'
import { exchange, REFUSED } from '../test/host/loopback.ts'

const cleanups: (() => unknown)[] = []
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).toReversed()) await cleanup()
})

describe('fault 55: who is welcome', () => {
  const open = (uid: number, inode = '7'): Peer => ({ kind: 'open', table: 'tcp', uid, inode })
  const trusted = new Set([33])
  test.each<[string, Peer, number | undefined, boolean]>([
    ['this user', open(1000), 1000, true],
    ['root', open(0), 1000, true],
    ['another user', open(1001), 1000, false],
    ['another user, of root', open(1000), 0, false],
    ['one that the setting names', open(33), 1000, true],
    ['a socket without a process, which shows root', open(0, '0'), 1000, false],
    ['one that closes', { kind: 'gone' }, 1000, false],
    ['another machine or namespace: its tickets and cookies decide', { kind: 'unknown' }, 1000, true],
    ['anybody where there are no user numbers', open(1001), undefined, true],
  ])('%s', (_, peer, own, welcome) => expect(isWelcome(peer, own, trusted)).toBe(welcome))
})

/** An HTTP server behind a gate that asks `mayEnter`, and what of the requests it saw. */
async function gated(mayEnter: (connection: Connection) => Promise<boolean>) {
  const seen: string[] = []
  const server = createHttp({ headersTimeout: 200, requestTimeout: 300, connectionsCheckingInterval: 50 })
  server.on('request', (req, res) => {
    seen.push(`${req.method} ${req.url}`)
    req.resume().on('end', () => res.end(`hello ${req.url}`))
  })
  server.on('upgrade', (req, socket) => {
    seen.push(`upgrade ${req.url}`)
    socket.end('HTTP/1.1 418 x\r\n\r\n')
  })
  const gate = makeGate(server, mayEnter)
  const sockets: { socket: Socket; gone: Promise<unknown> }[] = []
  gate.on('connection', (socket) => {
    sockets.push({ socket, gone: new Promise((resolve) => socket.once('close', resolve)) })
  })
  gate.listen(0, '127.0.0.1')
  await once(gate, 'listening')
  cleanups.push(() => gate.close())
  return { seen, sockets, port: (gate.address() as AddressInfo).port }
}

const GET = 'GET /a HTTP/1.1\r\nHost: h\r\n\r\n'
const POST = `POST /b HTTP/1.1\r\nHost: h\r\ncontent-length: 100000\r\nconnection: close\r\n\r\n${'x'.repeat(100_000)}`
const UPGRADE = 'GET /c HTTP/1.1\r\nHost: h\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n'

describe('the gate', () => {
  test.each([
    ['nothing', ''],
    ['a request', GET],
    ['pipelined ones', GET + GET + POST],
    ['an upgrade', UPGRADE],
    ['noise', '\0\0'],
  ])('fault 55: of who may not come in nothing is read: %s', async (_, bytes) => {
    const { seen, sockets, port } = await gated(() => Promise.resolve(false))
    expect(await exchange(port, bytes)).toMatch(REFUSED)
    // It need not hang up for that: the connection ends by itself.
    await sockets[0]?.gone
    expect([seen, sockets.map(({ socket }) => socket.bytesRead)]).toEqual([[], [0]])
  })

  test('what came while it was asked is read whole when it may come in', async () => {
    let open: () => void = () => undefined
    const asked = new Promise<void>((resolve) => (open = resolve))
    const { seen, port } = await gated(() => asked.then(() => true))
    const heard = exchange(port, GET + GET + POST)
    const upgrade = exchange(port, UPGRADE)
    setTimeout(open, 100)
    expect((await heard).match(/hello \/[ab]/g)).toEqual(['hello /a', 'hello /a', 'hello /b'])
    expect(await upgrade).toMatch(/^HTTP\/1.1 418/)
    expect(seen.toSorted()).toEqual(['GET /a', 'GET /a', 'POST /b', 'upgrade /c'])
  })

  test('one that goes away while it is asked leaves nothing', async () => {
    const { sockets, port } = await gated(async () => {
      client.resetAndDestroy()
      await once(client, 'close')
      return true
    })
    const client = connect(port, '127.0.0.1')
    await once(client, 'close')
    await expect.poll(() => sockets.length).toBe(1)
    await sockets[0]?.gone
  })

  test('headers that never end are cut, as without a gate', async () => {
    const { port } = await gated(() => Promise.resolve(true))
    expect(await exchange(port, 'GET /a HTTP/1.1\r\nHost: h\r\n')).toMatch(/^HTTP\/1.1 408/)
  })
})
