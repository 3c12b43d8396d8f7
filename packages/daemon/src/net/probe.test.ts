import { once } from 'node:events'
import { createServer, type RequestListener, type Server } from 'node:http'
import { createServer as createSocketServer } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { probe } from './probe.ts'

const servers: { close: () => unknown }[] = []
afterEach(() => {
  for (const server of servers.splice(0)) server.close()
})

async function serve(listener: RequestListener): Promise<string> {
  const server: Server = createServer(listener).listen(0, '127.0.0.1')
  servers.push({ close: () => (server.closeAllConnections(), server.close()) })
  await once(server, 'listening')
  const address = server.address()
  return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/health`
}

describe('fault 24: whatever answers', () => {
  it.each<[string, RequestListener, object]>([
    ['healthy', (_, r) => r.end('{"healthy":true,"version":"1.2.3"}'), { kind: 'healthy', version: '1.2.3' }],
    ['healthy without a version', (_, r) => r.end('{"healthy":true}'), { kind: 'healthy', version: '' }],
    ['calls itself unhealthy', (_, r) => r.end('{"healthy":false}'), { kind: 'unhealthy' }],
    ['401', (_, r) => r.writeHead(401).end(), { kind: 'locked' }],
    ['500', (_, r) => r.writeHead(500).end('{"healthy":true}'), { kind: 'unhealthy', reason: 'answers 500' }],
    [
      'a redirect',
      (_, r) => r.writeHead(302, { location: '/' }).end(),
      { kind: 'unhealthy', reason: 'answers 302' },
    ],
    ['HTML with 200', (_, r) => r.end('<!doctype html>'), { kind: 'unhealthy' }],
    ['JSON of another shape', (_, r) => r.end('[1]'), { kind: 'unhealthy' }],
    ['an answer that breaks off', (_, r) => (r.write('{"healthy"'), r.destroy()), { kind: 'unhealthy' }],
    ['no answer at all', () => undefined, { kind: 'timeout' }],
  ])('%s', async (_, listener, expected) => {
    const timeoutMs = 'kind' in expected && expected.kind === 'timeout' ? 150 : 5000
    expect(await probe(await serve(listener), { timeoutMs })).toMatchObject(expected)
  })

  it('one byte after another is cut in time', async () => {
    const url = await serve((_, response) => {
      const timer = setInterval(() => response.write(' '), 10)
      response.on('close', () => clearInterval(timer))
    })
    expect(await probe(url, { timeoutMs: 200 })).toEqual({ kind: 'timeout' })
  })

  it('a body without end is cut in size', async () => {
    let sent = 0
    const url = await serve((_, response) => {
      const chunk = Buffer.alloc(65_536, 0x20)
      const pump = () => {
        while (!response.destroyed && response.write(chunk)) sent += chunk.length
      }
      response.on('drain', pump)
      pump()
    })
    expect(await probe(url, { maxBytes: 100_000 })).toEqual({
      kind: 'unhealthy',
      reason: 'its answer exceeds 100000 bytes',
    })
    expect(sent).toBeLessThan(50_000_000)
  })

  it('what is not HTTP', async () => {
    const server = createSocketServer((socket) =>
      socket
        .resume()
        .on('error', () => undefined)
        .end('SSH-2.0-OpenSSH\r\n'),
    ).listen(0, '127.0.0.1')
    servers.push(server)
    await once(server, 'listening')
    const address = server.address()
    const port = typeof address === 'object' && address ? address.port : 0
    expect(await probe(`http://127.0.0.1:${port}/`)).toMatchObject({ kind: 'unhealthy' })
    server.close()
    await once(server, 'close')
    expect(await probe(`http://127.0.0.1:${port}/`)).toEqual({ kind: 'refused' })
  })
})

it('sends the headers, and nothing once it is aborted', async () => {
  const url = await serve((request, response) =>
    response.end(JSON.stringify({ healthy: true, version: request.headers.authorization })),
  )
  expect(await probe(url, { headers: { authorization: 'abc' } })).toEqual({ kind: 'healthy', version: 'abc' })
  const silent = await serve(() => controller.abort())
  const controller = new AbortController()
  expect(await probe(silent, { signal: controller.signal, timeoutMs: 60_000 })).toEqual({ kind: 'timeout' })
})

it('nothing is sent for a signal that fired before', async () => {
  const url = await serve(() => expect.unreachable())
  const options = { signal: AbortSignal.abort(), timeoutMs: 60_000 }
  expect(await probe(url, options)).toEqual({ kind: 'timeout' })
})

it.each(['\u001B]0;title\u0007', '7.7.7\n', 'x'.repeat(65), '', ['7'], { a: 1 }, null])(
  'fault 42: a version that is none (%j) is not told on',
  async (version) => {
    const url = await serve((_, response) => response.end(JSON.stringify({ healthy: true, version })))
    expect(await probe(url)).toEqual({ kind: 'healthy', version: '' })
  },
)

it.each(['http://', 'file:///etc/passwd', 'http://a b/'])('never throws, for %j either', async (url) => {
  expect(await probe(url)).toMatchObject({ kind: 'unhealthy' })
})
