import { callAs, canBeOthers, makeAccount, STRANGER, type Account } from '@kilo-console/daemon/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { KEY_HEADER } from '../../shared/login.ts'
import { CONTROL_TOKEN, startHost, type LoginHeaders, type TestHost } from '../host/host.ts'
import { REFUSED } from '../host/loopback.ts'

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
    const flood = callAs(STRANGER, {
      port: host.port,
      bytes: 'GET /a HTTP/1.1\r\nHost: h\r\n\r\n',
      times: 3000,
    })
    for (let at = 0; at < 20; at += 1) {
      expect((await host.fetch('/health', { headers: { connection: 'close' } })).status).toBe(200)
    }
    expect(Object.values(await flood)).toEqual([3000])
  }, 60_000)
})
