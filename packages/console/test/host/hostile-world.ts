/** A host in front of a hostile engine, and what a browser may see of that engine. */
import { STATUS_CODES } from 'node:http'
import { expect } from 'vitest'
import { KEY_HEADER, keyProtocol } from '../../shared/login.ts'
import { pathTo } from '../../shared/paths.ts'
import { ask, oneConnection, type Heard } from './browser-request.ts'
import { startHostileEngine, type HostileEngine } from './hostile-engine.ts'
import { startHost, type TestHost } from './host.ts'

export interface HostileWorld {
  engine: HostileEngine
  host: TestHost
  /** The subprotocol that `exchange` offers. */
  protocol: string
  /** Asks the hostile engine, then the host for its health, on one connection. */
  exchange(path: string, method: string, headers?: Record<string, string>): Promise<Heard>
  close(): Promise<void>
}

export async function startHostileWorld(): Promise<HostileWorld> {
  const engine = await startHostileEngine()
  const host = await startHost({ port: engine.port })
  const halves = await host.logIn()
  // The key twice: as a request has it, and as a WebSocket.
  const protocol = keyProtocol(halves[KEY_HEADER])
  const login = { ...halves, 'sec-websocket-protocol': protocol, origin: host.url }
  const base = `${host.url}/${pathTo('engine', { server: `port-${engine.port}` })}`
  return {
    engine,
    host,
    protocol,
    async exchange(path, method, headers = {}) {
      const agent = oneConnection()
      const body = method === 'POST' ? '{"a":1}' : undefined
      try {
        const heard = await ask(base + path, { method, agent, headers: { ...login, ...headers } }, body)
        const next = await ask(`${host.url}/${pathTo('health')}`, { agent })
        expect([next.status, next.body.toString()]).toEqual([200, '{"healthy":true,"version":"1.2.3"}'])
        return heard
      } finally {
        agent.destroy()
      }
    },
    async close() {
      await host.close()
      await engine.close()
    },
  }
}

export const SOCKET_HEADERS = {
  connection: 'Upgrade',
  upgrade: 'websocket',
  'sec-websocket-version': '13',
  'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
}

/** Node's own and the framing; what passes; what we add. */
const CLEAN = [
  ['connection', 'date', 'keep-alive', 'content-length', 'transfer-encoding'],
  ['content-type', 'content-encoding', 'x-next-cursor'],
  ['cache-control', 'content-security-policy', 'cross-origin-resource-policy', 'x-content-type-options'],
].flat()

/** A browser does something of its own after these. */
const STEERING = [401, 407, 408, 421, 425]

/** Throws for an answer that is neither a refusal of ours nor clean. */
export function outcomeOf({ status, reason, headers, end }: Heard): 'refused' | 'passed' | 'cut' {
  expect(reason).toBe(STATUS_CODES[status] ?? 'unknown')
  expect(CLEAN).toEqual(expect.arrayContaining(Object.keys(headers)))
  expect(headers['content-type'] ?? '').not.toMatch(/html|script|xml|svg|css/)
  expect(headers['content-security-policy'] ?? 'sandbox').toContain('sandbox')
  expect(STEERING).not.toContain(status)
  expect((status >= 200 && status < 300) || (status >= 400 && status < 600)).toBe(true)
  if (status === 502 && headers['content-type'] === 'application/json; charset=utf-8') {
    expect(headers).not.toHaveProperty('content-encoding')
    expect(headers).not.toHaveProperty('x-next-cursor')
    return 'refused'
  }
  return end === 'whole' ? 'passed' : 'cut'
}
