import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { exchange } from '../test/host/loopback.ts'
import { KEY_HEADER } from '../shared/login.ts'
import { CONTROL_TOKEN, startHost, type LoginHeaders, type TestHost } from '../test/host/host.ts'
import { openSocket } from '../test/host/web-socket.ts'

let host: TestHost
let login: LoginHeaders
beforeAll(async () => {
  host = await startHost()
  login = await host.logIn()
})
afterAll(() => host.close())

const status = async (method: string, path: string, headers: Record<string, string> = {}) => {
  const answer = await host.fetch(path, { method, headers })
  const body = await answer.text()
  expect(body).not.toContain('engine-password')
  return answer.status
}

/** As lines of a request that is written by hand. */
const ownLogin = () => `Cookie: ${login.cookie}\r\n${KEY_HEADER}: ${login[KEY_HEADER]}\r\n`

const ROUTES: [string, string][] = [
  ['GET', '/api/session'],
  ['GET', '/api/servers'],
  ['GET', '/api/servers/daemon/figures'],
  ['GET', '/api/servers/daemon/folders?path=/'],
  ['GET', '/api/servers/daemon/permission-rules?directory=/'],
  ['GET', '/api/servers/daemon/terminal-jobs?pids=1'],
  ['GET', '/api/servers/daemon/configuration?scope=global'],
  ['POST', '/api/servers/daemon/configuration'],
  ['POST', '/api/servers/port-4098/credential'],
  ['POST', '/api/daemon/start'],
  ['POST', '/api/daemon/stop'],
  ['POST', '/api/daemon/restart'],
  ['GET', '/api/servers/daemon/engine/session'],
  ['POST', '/api/servers/daemon/engine/session'],
  ['DELETE', '/api/servers/daemon/engine/session/a'],
  ['OPTIONS', '/api/servers/daemon/engine/session'],
  ['GET', '/api/servers/nobody/engine/session'],
  ['GET', '/api/events'],
  ['GET', '/api'],
  ['GET', '/api/whatever'],
  ['GET', '/auth/whatever'],
  ['POST', '/auth/tickets'],
]
const SOCKETS = ['/api/events', '/api/servers/daemon/engine/pty/p/connect', '/api/whatever', '/']

describe('fault 32: without a login', () => {
  test.each(ROUTES)('%s %s is 401', async (method, path) => {
    expect(await status(method, path, { origin: host.url })).toBe(401)
  })

  test.each(SOCKETS)('WebSocket %s is 401', async (path) => {
    await expect(openSocket(host.url + path, { origin: host.url })).rejects.toThrow('401')
  })

  test('a made up one is none, and the answer says what to run', async () => {
    const answer = await host.fetch('/api/servers', {
      headers: { cookie: `kilo_console_${host.port}=${'A'.repeat(43)}` },
    })
    expect(answer.status).toBe(401)
    expect(await answer.json()).toEqual({
      error: {
        code: 'not-logged-in',
        message: 'This browser is not logged in to the console.',
        hint: 'kilo console',
      },
    })
  })

  test('health and the app are open', async () => {
    expect(await (await host.fetch('/health')).json()).toEqual({ healthy: true, version: '1.2.3' })
    expect(await status('GET', '/servers/daemon/sessions/s')).toBe(503)
  })
})

describe('fault 33, 34: logged in, from elsewhere', () => {
  test.each(['evil.test', 'localhost.evil', ''])('Host %j is 403', async (name) => {
    for (const path of ['/', '/health', '/api/servers']) {
      const request = `GET ${path} HTTP/1.1\r\nHost: ${name}\r\n${ownLogin()}Connection: close\r\n\r\n`
      expect(await exchange(host.port, request)).toMatch(/^HTTP\/1.1 403/)
    }
  })

  test('no Host, two, and an absolute target are refused', async () => {
    const own = `Host: 127.0.0.1:${host.port}\r\n`
    for (const [target, hosts] of [
      ['/api/servers', ''],
      ['/api/servers', `${own}Host: evil.test\r\n`],
      [`http://127.0.0.1:${host.port}/api/servers`, own],
    ]) {
      const request = `GET ${target} HTTP/1.1\r\n${hosts}${ownLogin()}Connection: close\r\n\r\n`
      expect(await exchange(host.port, request)).toMatch(/^HTTP\/1.1 40[03]/)
    }
  })

  test.each(ROUTES.filter(([method]) => method !== 'GET'))(
    '%s %s without an own Origin is 403',
    async (method, path) => {
      expect(await status(method, path, { ...login, origin: 'http://127.0.0.1:3000' })).toBe(403)
      expect(await status(method, path, { ...login, 'sec-fetch-site': 'same-site', origin: host.url })).toBe(
        403,
      )
      if (path !== '/auth/tickets') expect(await status(method, path, login)).toBe(403)
    },
  )

  test.each(SOCKETS)('WebSocket %s from a foreign origin, or none, is 403', async (path) => {
    const foreign = `http://127.0.0.1:${host.port}.evil`
    await expect(openSocket(host.url + path, { ...login, origin: foreign })).rejects.toThrow('403')
    await expect(openSocket(host.url + path, login)).rejects.toThrow('403')
  })
})

describe('fault 35, 36: in and out', () => {
  test('a launch ticket works once', async () => {
    const ticket = await host.ticket()
    const [first, second] = [
      await host.post('/auth/session', { ticket }),
      await host.post('/auth/session', { ticket }),
    ]
    expect(first.status).toBe(200)
    expect(first.headers.get('set-cookie')).toMatch(
      new RegExp(
        `^kilo_console_${host.port}=[\\w-]{43}; Path=/; Max-Age=2592000; HttpOnly; SameSite=Strict$`,
      ),
    )
    const key = expect.stringMatching(/^[\w-]{43}$/) as unknown
    expect(await first.json()).toEqual({
      version: '1.2.3',
      home: '/home/user',
      key,
      budget: {},
      hidden: { models: [], agents: [] },
      preferences: {},
    })
    expect(second.status).toBe(401)
    expect(second.headers.has('set-cookie')).toBe(false)
  })

  test('tickets are the control token’s alone', async () => {
    for (const authorization of ['', 'Bearer ', 'Bearer x', `Basic ${CONTROL_TOKEN}`, CONTROL_TOKEN]) {
      expect(await status('POST', '/auth/tickets', { authorization, ...login })).toBe(401)
    }
  })

  test('only JSON of a sane size is read', async () => {
    expect((await host.post('/auth/session', {}, { 'content-type': 'text/plain' })).status).toBe(415)
    expect((await host.post('/auth/session', [1])).status).toBe(400)
    expect((await host.post('/auth/session', { ticket: 'x'.repeat(10_000) })).status).toBe(413)
  })

  test('fault 58: half a login ends none', async () => {
    const own = await host.logIn()
    const { cookie, [KEY_HEADER]: key } = own
    for (const half of [{ cookie }, { [KEY_HEADER]: key }, { cookie: login.cookie, [KEY_HEADER]: key }])
      expect(await status('DELETE', '/auth/session', { ...half, origin: host.url })).toBe(204)
    expect(await status('GET', '/api/session', own)).toBe(200)
    expect(await status('GET', '/api/session', login)).toBe(200)
  })

  test('logging out ends both halves, the events and the terminals', async () => {
    const own = await host.logIn()
    const { socket } = await openSocket(`${host.url}/api/events`, { ...own, origin: host.url })
    const terminal = await openSocket(`${host.url}/api/servers/daemon/engine/pty/p/connect`, {
      ...own,
      origin: host.url,
    })
    const closed = new Promise((resolve) => socket.once('close', resolve))
    const ended = new Promise((resolve) => terminal.socket.once('close', resolve))
    expect(await status('DELETE', '/auth/session', { ...own, origin: host.url })).toBe(204)
    expect(await closed).toBe(4001)
    await ended
    expect(await status('GET', '/api/session', own)).toBe(401)
  })
})

describe('what a logged in page gets', () => {
  test('the list of servers, the daemon first, its health', async () => {
    const servers = await (await host.fetch('/api/servers', { headers: login })).json()
    expect(servers).toMatchObject([{ id: 'daemon', kind: 'managed', health: 'healthy', version: '7.7.7' }])
  })

  test('the engine, with the host’s credential in place of the login', async () => {
    const answer = await host.fetch('/api/servers/daemon/engine/session?directory=%2Fa&auth_token=x', {
      headers: { ...login, 'x-kilo-directory': '/a' },
    })
    const seen = (await answer.json()) as { url: string; headers: Record<string, string> }
    expect(seen.url).toBe('/session?directory=%2Fa')
    expect(seen.headers['cookie']).toBeUndefined()
    expect(seen.headers[KEY_HEADER]).toBeUndefined()
    expect(seen.headers['x-kilo-directory']).toBe('/a')
    expect(seen.headers['host']).toBe(new URL(host.engine.url).host)
  })

  test.each(['//evil', '/..%2fx', '/a/%2e%2e/b', ''])('fault 38: engine path %j is refused', async (path) => {
    const request = `GET /api/servers/daemon/engine${path} HTTP/1.1\r\nHost: 127.0.0.1:${host.port}\r\n${ownLogin()}Connection: close\r\n\r\n`
    expect(await exchange(host.port, request)).toMatch(/^HTTP\/1.1 400/)
  })

  test('an unknown server is 404, an unknown route too', async () => {
    expect(await status('GET', '/api/servers/port-1/engine/session', login)).toBe(404)
    expect(await status('GET', '/api/whatever', login)).toBe(404)
    expect(await status('POST', '/api/daemon/explode', { ...login, origin: host.url })).toBe(404)
  })

  test('figures of the daemon; of an unknown server none', async () => {
    const answer = await host.fetch('/api/servers/daemon/figures', { headers: login })
    expect(await answer.json()).toEqual({
      everyMs: 5000,
      samples: expect.any(Array),
      limitBytes: 4 * 2 ** 30,
    })
    expect(await status('GET', '/api/servers/port-1/figures', login)).toBe(404)
  })

  test('the daemon, started', async () => {
    const answer = await host.fetch('/api/daemon/start', {
      method: 'POST',
      headers: { ...login, origin: host.url },
    })
    expect(await answer.json()).toMatchObject({
      action: 'start',
      server: { id: 'daemon', health: 'healthy' },
    })
    expect(host.actions).toEqual(['start'])
  })
})

test('under another base path everything lives there, health and tickets at the root as well', async () => {
  const below = await startHost({ base: '/kilo/' })
  try {
    const login = await below.logIn()
    expect((await below.fetch('/kilo/api/session', { headers: login })).status).toBe(200)
    expect((await below.fetch('/api/session', { headers: login })).status).toBe(404)
    expect((await below.fetch('/health')).status).toBe(200)
    for (const path of ['/', '/kilo']) {
      expect((await below.fetch(path)).headers.get('location')).toBe('/kilo/')
    }
  } finally {
    await below.close()
  }
})
