import http from 'node:http'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { startHost, type LoginHeaders, type TestHost } from '../host/host.ts'
import { exchange } from '../host/loopback.ts'
import { openSocket } from '../host/web-socket.ts'

let host: TestHost
let login: LoginHeaders
beforeEach(async () => {
  host = await startHost()
  login = await host.logIn()
})
afterEach(() => host.close())

/** What Node 24 sends to the proxy of the environment: all that goes by fetch or by the agent that it uses unasked. */
function trap() {
  const seen: string[] = []
  const agent = new http.Agent()
  const { globalAgent } = http
  const fetching = vi.spyOn(globalThis, 'fetch').mockImplementation((input) => {
    seen.push(`fetch ${new Request(input).url}`)
    return Promise.reject(new Error('to the proxy'))
  })
  agent.createConnection = (options) => {
    seen.push(`agent ${options.host}:${options.port}`)
    return null
  }
  http.globalAgent = agent
  const restore = () => {
    http.globalAgent = globalAgent
    fetching.mockRestore()
  }
  return { seen, restore }
}

test('fault 60: nothing of the host goes the way that a proxy of the environment takes', async () => {
  const { seen, restore } = trap()
  try {
    const headers = { ...login, origin: host.url }
    const lines = Object.entries({ host: `127.0.0.1:${host.port}`, connection: 'close', ...headers })
    const head = lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')
    const ask = (line: string, rest = '\r\n') => exchange(host.port, `${line} HTTP/1.1\r\n${head}${rest}`)
    expect(await ask('GET /api/servers')).toMatch(/^HTTP\/1.1 200/)
    expect(await ask('GET /api/servers/daemon/permission-rules?directory=/')).toMatch(/^HTTP\/1.1/)
    expect(await ask('GET /api/servers/daemon/engine/session')).toMatch(/^HTTP\/1.1 200/)
    const chunked = 'transfer-encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n'
    expect(await ask('POST /api/servers/daemon/engine/session', chunked)).toMatch(/^HTTP\/1.1 200/)
    const tab = await openSocket(`${host.url}/api/events`, headers)
    await tab.until((frame) => frame['hello'] === true)
    await vi.waitFor(() => expect(host.engine.streams.size).toBe(1))
    const terminal = await openSocket(`${host.url}/api/servers/daemon/engine/pty/p/connect`, headers)
    terminal.socket.terminate()
    tab.socket.terminate()
    expect(seen).toEqual([])
  } finally {
    restore()
  }
})
