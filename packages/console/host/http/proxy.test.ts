import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer as createTcp, type AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { exchange, startLoopback, type Loopback } from '../../test/host/loopback.ts'
import { makeProxy } from './proxy.ts'

const opened: { close(): Promise<unknown> }[] = []
afterEach(() => Promise.all(opened.splice(0).map((one) => one.close())))

async function front(url: string, authorization = 'Basic a2lsbzp4'): Promise<Loopback> {
  const proxy = makeProxy()
  const server = await startLoopback((req, res) => {
    void proxy.forward(req, res, { url, authorization, owner: {} }, req.url ?? '/')
  })
  opened.push(server)
  return server
}

/** An engine that answers like this, and the requests that reached it. */
async function engine(
  answer: (req: IncomingMessage, res: ServerResponse) => void = (_req, res) => res.end('ok'),
) {
  const requests: { method: string; url: string; headers: IncomingMessage['headers']; body: string }[] = []
  const server = await startLoopback((req, res) => {
    const seen = { method: req.method ?? '', url: req.url ?? '', headers: req.headers, body: '' }
    requests.push(seen)
    req.on('data', (chunk: Buffer) => (seen.body += chunk.toString()))
    req.on('end', () => answer(req, res))
  })
  opened.push(server)
  return { requests, front: await front(server.url), url: server.url }
}

/** Writes bytes to whoever connects, then closes. */
async function rawEngine(text: string): Promise<Loopback> {
  const server = createTcp((socket) => {
    socket.on('error', () => undefined)
    socket.once('data', () => socket.end(text))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  opened.push({ close: () => new Promise((resolve) => server.close(resolve)) })
  return front(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
}

test('fault 37: what a browser or a page in between adds stays here; the credential is ours', async () => {
  const { requests, front, url } = await engine()
  await exchange(
    front.port,
    [
      'GET /session HTTP/1.1',
      `Host: 127.0.0.1:${front.port}`,
      'Cookie: kilo_console_4117=secret',
      'Authorization: Bearer mine',
      'Proxy-Authorization: Basic x',
      'X-Forwarded-For: 1.2.3.4',
      'X-Forwarded-Host: evil.test',
      'X-Real-IP: 1.2.3.4',
      'Forwarded: for=1.2.3.4',
      'Via: 1.1 x',
      'Origin: http://evil.test',
      'Referer: http://evil.test/x',
      'Sec-Fetch-Site: cross-site',
      'X-Foo: 1',
      'X-Kilo-Hop: 1',
      'TE: trailers',
      'Upgrade: h2c',
      'X-Kilo-Directory: /a',
      'X-Opencode-Ticket: 1',
      'X-Opencode-Directory: /b',
      'Accept: application/json',
      'Connection: close, x-foo, x-kilo-hop',
      '',
      '',
    ].join('\r\n'),
  )
  const { connection: _, ...headers } = requests[0]?.headers ?? {}
  expect(headers).toEqual({
    host: new URL(url).host,
    authorization: 'Basic a2lsbzp4',
    accept: 'application/json',
    'x-kilo-directory': '/a',
    'x-opencode-ticket': '1',
  })
})

test('fault 37: what an engine says to a browser of its own stays here', async () => {
  const { front } = await engine((_req, res) => {
    res.writeHead(200, {
      'set-cookie': ['a=1', 'b=2'],
      'www-authenticate': 'Basic realm="x"',
      'access-control-allow-origin': '*',
      'content-security-policy': "default-src 'unsafe-inline' *",
      'strict-transport-security': 'max-age=1',
      'clear-site-data': '"*"',
      'service-worker-allowed': '/',
      location: 'http://127.0.0.1:4097/x',
      connection: 'x-hop',
      'x-hop': '1',
      'x-next-cursor': 'c',
      'content-type': 'text/html',
    })
    res.end('<script>alert(1)</script>')
  })
  const answer = await fetch(`${front.url}/file`)
  const {
    date: _d,
    connection: _c,
    'keep-alive': _k,
    'transfer-encoding': _t,
    ...headers
  } = Object.fromEntries(answer.headers)
  expect(headers).toEqual({
    'cache-control': 'no-store',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
    'content-type': 'text/plain; charset=utf-8',
    'cross-origin-resource-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    'x-next-cursor': 'c',
  })
})

test('fault 37: a 401 is between host and engine', async () => {
  const { front } = await engine((_req, res) => {
    res.writeHead(401, { 'www-authenticate': 'Basic realm="Secure Area"' }).end('no')
  })
  const answer = await fetch(`${front.url}/session`)
  expect(answer.status).toBe(502)
  expect(answer.headers.has('www-authenticate')).toBe(false)
  expect(await answer.json()).toMatchObject({ error: { code: 'server-locked' } })
})

test('fault 38: a chunked DELETE is one request, whatever its body says', async () => {
  const { requests, front } = await engine()
  const hidden = 'POST /global/dispose HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n'
  const chunk = `${hidden.length.toString(16)}\r\n${hidden}\r\n0\r\n\r\n`
  const head = `DELETE /session/a HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n`
  expect(await exchange(front.port, head + chunk)).toMatch(/^HTTP\/1.1 200/)
  await fetch(`${front.url}/after`)
  expect(requests.map(({ method, url }) => `${method} ${url}`)).toEqual(['DELETE /session/a', 'GET /after'])
  expect(requests[0]?.body).toBe(hidden)
})

test('fault 38: a body stays whole when Connection names its framing', async () => {
  const { requests, front } = await engine()
  const head = 'POST /a HTTP/1.1\r\nHost: h\r\nContent-Length: 3\r\nConnection: close, content-length\r\n\r\n'
  await exchange(front.port, `${head}abc`)
  expect(requests.map(({ method, body }) => [method, body])).toEqual([['POST', 'abc']])
})

test.each([
  ['CL and TE', 'Content-Length: 4\r\nTransfer-Encoding: chunked\r\n'],
  ['two lengths', 'Content-Length: 4\r\nContent-Length: 5\r\n'],
  ['a folded header', 'X-A: 1\r\n Transfer-Encoding: chunked\r\n'],
  ['an unknown coding', 'Transfer-Encoding: xchunked\r\n'],
  ['a space before the colon', 'Transfer-Encoding : chunked\r\n'],
])('fault 38: %s never reaches the engine', async (_name, header) => {
  const { requests, front } = await engine()
  const answer = await exchange(
    front.port,
    `POST /a HTTP/1.1\r\nHost: h\r\n${header}Connection: close\r\n\r\n0\r\n\r\n`,
  )
  expect(answer).toMatch(/^HTTP\/1.1 400/)
  expect(requests).toEqual([])
})

test('fault 39: an answer that breaks off is never complete: by length', async () => {
  const front = await rawEngine('HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf')
  await expect(fetch(`${front.url}/a`).then((answer) => answer.text())).rejects.toThrow()
})

test('fault 39: an answer that breaks off is never complete: by chunks', async () => {
  const front = await rawEngine('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\n')
  const heard = await exchange(front.port, 'GET /a HTTP/1.1\r\nHost: h\r\n\r\n')
  expect(heard).toContain('half')
  expect(heard).not.toMatch(/\r\n0\r\n\r\n$/)
})

test('fault 39: a browser that goes away takes its request with it', async () => {
  let gone: () => void = () => undefined
  const aborted = new Promise<void>((resolve) => (gone = resolve))
  const controller = new AbortController()
  const { front } = await engine((_req, res) => {
    res.on('close', gone)
    res.write('first')
  })
  const answer = await fetch(`${front.url}/slow`, { signal: controller.signal })
  expect(answer.status).toBe(200)
  controller.abort()
  await aborted
})

test('fault 39: a body is streamed, not gathered', async () => {
  let received = 0
  const server = await startLoopback((req, res) => {
    req.on('data', (chunk: Buffer) => (received += chunk.length))
    req.on('end', () => res.end(String(received)))
  })
  opened.push(server)
  const { url } = await front(server.url)
  const chunk = new Uint8Array(1024 * 1024)
  let sent = 0
  const before = process.memoryUsage().rss
  const body = new ReadableStream({
    pull(controller) {
      if ((sent += 1) > 200) controller.close()
      else controller.enqueue(chunk)
    },
  })
  const answer = await fetch(`${url}/upload`, { method: 'POST', body, duplex: 'half' })
  expect(await answer.text()).toBe(String(200 * 1024 * 1024))
  expect(process.memoryUsage().rss - before).toBeLessThan(150 * 1024 * 1024)
})

test('a server that is not there is named, with what to run', async () => {
  const gone = await startLoopback(() => undefined)
  await gone.close()
  const { url } = await front(gone.url)
  const answer = await fetch(`${url}/session`)
  expect(answer.status).toBe(502)
  expect(await answer.json()).toEqual({
    error: { code: 'server-unreachable', message: 'The server is not running.', hint: 'kilo daemon start' },
  })
})
