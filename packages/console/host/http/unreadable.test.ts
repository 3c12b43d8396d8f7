import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { setCookie } from '../auth/cookie.ts'
import { exchange } from '../../test/host/loopback.ts'
import { startHost, type LoginHeaders, type TestHost } from '../../test/host/host.ts'
import { connectSocket, openSocket } from '../../test/host/web-socket.ts'

let host: TestHost
let login: LoginHeaders
beforeAll(async () => {
  host = await startHost()
  login = await host.logIn()
})
afterAll(() => host.close())

/** Of this many cookies with 4 KB each. */
const cookies = (count: number) =>
  Array.from({ length: count }, (_, at) => `foreign${at}=${'x'.repeat(4096 - 12)}`).join('; ')

/** By hand: Node's client would not send what it can't read itself. */
const get = (path: string, headers: Record<string, string>) => {
  const lines = Object.entries({ host: `127.0.0.1:${host.port}`, connection: 'close', ...headers })
  return exchange(
    host.port,
    `GET ${path} HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`,
  )
}

describe('fault 58: cookies that other programs have set', () => {
  test.each([40, 180])('%d of 4 KB each, and ours among them: it is found', async (count) => {
    const cookie = `${cookies(count / 2)}; ${login.cookie}; ${cookies(count / 2)}`
    expect(await get('/api/session', { ...login, cookie })).toMatch(/^HTTP\/1.1 200/)
    const { until, socket } = await openSocket(`${host.url}/api/events`, {
      ...login,
      cookie,
      origin: host.url,
    })
    await until((frame) => frame['hello'] === true)
    socket.terminate()
  })

  test('more than a browser keeps: the page says what to do', async () => {
    const heard = await get('/', { cookie: cookies(300) })
    expect(heard).toMatch(/^HTTP\/1.1 431 /)
    expect(heard).toContain('Delete the cookies of this address')
    expect(heard).toContain('kilo console')
    const socket = connectSocket(`${host.url}/api/events`, { cookie: cookies(300), origin: host.url })
    const [error] = await new Promise<[Error]>((resolve) => socket.once('error', (...args) => resolve(args)))
    expect(error.message).toContain('431')
  })

  test('no address that a site makes too long logs anybody out', async () => {
    const heard = await get(`/${'x'.repeat(2 << 20)}`, login)
    expect(heard).toMatch(/^HTTP\/1.1 431 /)
    expect(heard).not.toMatch(/clear-site-data|set-cookie/i)
  })

  test('a logout clears our own cookie alone', async () => {
    const own = await host.logIn()
    const headers = { ...own, origin: host.url }
    const answer = await host.fetch('/auth/session', { method: 'DELETE', headers })
    expect(answer.headers.get('set-cookie')).toBe(setCookie(`kilo_console_${host.port}`, '', '/', 0))
    expect(answer.headers.has('clear-site-data')).toBe(false)
  })
})

test.each([
  'GARBAGE\r\n\r\n',
  'GET / HTTP/9.9\r\n\r\n',
  'GET / HTTP/1.1\r\nbad header\r\n\r\n',
  '\0\0\0\0\r\n\r\n',
])('%j is a 400, and the host goes on', async (bytes) => {
  expect(await exchange(host.port, bytes)).toMatch(/^HTTP\/1.1 400 Bad Request\r\n/)
  expect((await host.fetch('/health')).status).toBe(200)
})
