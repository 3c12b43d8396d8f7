import { once } from 'node:events'
import { createServer as createHttp } from 'node:http'
import { connect, type AddressInfo, type Socket } from 'node:net'
import type { Connection, Peer } from '@kilo-console/daemon'
import { callAs, canBeOthers, makeAccount, STRANGER, type Account } from '@kilo-console/daemon/testing'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { KEY_HEADER } from '../shared/login.ts'
import { isWelcome, makeGate } from './peer-gate.ts'
import { CONTROL_TOKEN, startHost, type LoginHeaders, type TestHost } from '../test/host/host.ts'
import { exchange } from '../test/host/loopback.ts'

const REFUSED =
  /^HTTP\/1\.1 403 Forbidden\r\nconnection: close\r\n[^]*\r\n\r\nOnly the user of this console may connect to it\.\n$/

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

describe.runIf(canBeOthers)('fault 55: another user at the host (only as root: needs another user)', () => {
  let host: TestHost
  let login: LoginHeaders
  let account: Account
  beforeAll(async () => {
    host = await startHost()
    login = await host.logIn()
    account = await makeAccount('kilo-test-caller')
  })
  afterAll(async () => {
    await host.close()
    await account.remove()
  })

  const request = (line: string, headers: Record<string, string>, body = '') => {
    const all = { host: `127.0.0.1:${host.port}`, origin: host.url, ...headers }
    const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`)
    return `${line} HTTP/1.1\r\n${lines.join('\r\n')}\r\ncontent-length: ${body.length}\r\n\r\n${body}`
  }
  const json = { 'content-type': 'application/json' }
  const socket = { connection: 'Upgrade', upgrade: 'websocket', 'sec-websocket-version': '13' }

  test.each<[string, () => Promise<string> | string]>([
    ['nothing', () => ''],
    ['the app', () => request('GET /', {})],
    ['health', () => request('GET /health', {})],
    [
      'a ticket',
      async () => request('POST /auth/session', json, JSON.stringify({ ticket: await host.ticket() })),
    ],
    ['the control token', () => request('POST /auth/tickets', { authorization: `Bearer ${CONTROL_TOKEN}` })],
    ['the cookie', () => request('GET /api/servers', { cookie: login.cookie })],
    ['the key', () => request('GET /api/servers', { [KEY_HEADER]: login[KEY_HEADER] })],
    ['both halves', () => request('GET /api/servers', { ...login })],
    ['both halves, to the engine', () => request('GET /api/servers/daemon/engine/session', { ...login })],
    ['both halves, to stop the daemon', () => request('POST /api/daemon/stop', { ...login })],
    ['both halves, for events', () => request('GET /api/events', { ...login, ...socket })],
    ['all in one', () => request('GET /', {}) + request('GET /api/servers', { ...login })],
  ])(
    'with %s: a thousand times refused',
    async (_, bytes) => {
      const answers = await callAs(account.uid, { port: host.port, bytes: await bytes(), times: 1000 })
      expect(Object.keys(answers)).toEqual([expect.stringMatching(REFUSED)])
      expect(Object.values(answers)).toEqual([1000])
      expect(host.actions).toEqual([])
    },
    60_000,
  )

  test('closing at once makes nobody root: with both halves, and half a connection', async () => {
    const bytes = request('GET /api/servers', { ...login })
    const answers = await callAs(STRANGER, { port: host.port, bytes, times: 1000, half: true })
    expect(Object.keys(answers)).toEqual([expect.stringMatching(REFUSED)])
  }, 60_000)

  test('a ticket that a stranger showed was not even read: it still logs in', async () => {
    const ticket = await host.ticket()
    const body = JSON.stringify({ ticket })
    const bytes = request('POST /auth/session', json, body)
    await callAs(account.uid, { port: host.port, bytes, times: 20 })
    const headers = { ...json, origin: host.url }
    expect((await host.fetch('/auth/session', { method: 'POST', headers, body })).status).toBe(200)
  })

  test('while strangers flood it, this user is served', async () => {
    const flood = callAs(STRANGER, { port: host.port, bytes: GET, times: 3000 })
    for (let at = 0; at < 20; at += 1) {
      expect((await host.fetch('/health', { headers: { connection: 'close' } })).status).toBe(200)
    }
    expect(Object.values(await flood)).toEqual([3000])
  }, 60_000)
})
