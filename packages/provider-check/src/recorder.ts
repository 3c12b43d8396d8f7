/** A server of this process between engine and provider: it passes on what the engine sends, and remembers it. */
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer, request as requestHttp, type IncomingMessage, type ServerResponse } from 'node:http'
import { request as requestHttps } from 'node:https'
import type { AddressInfo } from 'node:net'
import type { Answered, Exchange } from './exchange.ts'
import { hasKey, secretsOf, shownRequest } from './shown-request.ts'

const MOST_EXCHANGES = 10
const MOST_REQUEST = 2 * 1024 * 1024
const MOST_ANSWER = 8 * 1024 * 1024
const MOST_TEXT = 8192

export interface Recorder {
  /** What to give the engine for the provider's address. Nobody else knows it. */
  url: string
  exchanges: Exchange[]
  /** What was sent to prove who asks, and what may be that. */
  keys: Set<string>
  close(): Promise<void>
}

/** @param upstream the provider's own address. */
export async function startRecorder(upstream: URL): Promise<Recorder> {
  const prefix = `/${randomBytes(16).toString('hex')}`
  const exchanges: Exchange[] = []
  const keys = new Set<string>()
  const server = createServer((req, res) => {
    const path = req.url?.startsWith(`${prefix}/`) ? req.url.slice(prefix.length) : undefined
    if (path === undefined || exchanges.length >= MOST_EXCHANGES) return void res.writeHead(404).end()
    for (const key of secretsOf(req.headers)) keys.add(key)
    void record(req, res, addressOf(upstream, path), exchanges)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}${prefix}`,
    exchanges,
    keys,
    async close() {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}

/** The path comes behind the provider's own; so does a query. */
function addressOf(upstream: URL, path: string): URL {
  const [pathname = '', search = ''] = path.split(/\?(.*)/s)
  const url = new URL(upstream)
  url.pathname = `${upstream.pathname.replace(/\/+$/, '')}${pathname}`
  url.search = [upstream.search.replace(/^\?/, ''), search].filter(Boolean).join('&')
  return url
}

async function record(
  req: IncomingMessage,
  res: ServerResponse,
  url: URL,
  exchanges: Exchange[],
): Promise<void> {
  const body = await readAll(req).catch(() => undefined)
  if (!body) return void res.destroy()
  const exchange: Exchange = {
    sent: shownRequest({ method: req.method ?? 'GET', url, headers: req.headers, body }),
    hadKey: hasKey(req.headers, url),
    result: undefined,
  }
  exchanges.push(exchange)
  try {
    pass(req, res, { url, body, exchange })
  } catch {
    fail(res, exchange, 'ERR_INVALID_URL')
  }
}

function fail(res: ServerResponse, exchange: Exchange, code: string): void {
  exchange.result ??= { kind: 'unreached', code }
  res.destroy()
}

async function readAll(req: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of req as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > MOST_REQUEST) throw new Error('too much')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

interface Passed {
  url: URL
  body: Buffer
  exchange: Exchange
}

function pass(req: IncomingMessage, res: ServerResponse, { url, body, exchange }: Passed): void {
  const began = performance.now()
  const { host: _, connection: __, 'transfer-encoding': ___, ...kept } = req.headers
  // What comes back is read here as well as there.
  const headers = { ...kept, 'accept-encoding': 'identity', 'content-length': body.length }
  const send = url.protocol === 'https:' ? requestHttps : requestHttp
  const sent = send(url, { method: req.method, headers, agent: false })
  sent.on('error', (error: NodeJS.ErrnoException) => fail(res, exchange, error.code ?? 'unknown'))
  sent.on('response', (answer) => passBack(answer, res, exchange, began))
  res.on('close', () => sent.destroy())
  sent.end(body)
}

function passBack(answer: IncomingMessage, res: ServerResponse, exchange: Exchange, began: number): void {
  const since = () => Math.round(performance.now() - began)
  const { statusCode: status = 0, headers } = answer
  // Node reads more than it writes: what is no status would end this process.
  if (status < 200 || status > 599) {
    answer.destroy()
    return fail(res, exchange, 'HPE_INVALID_STATUS')
  }
  const contentType = headers['content-type'] ?? ''
  const result: Answered = {
    kind: 'answered',
    status,
    contentType,
    firstMs: since(),
    totalMs: since(),
    text: '',
  }
  exchange.result = result
  res.writeHead(status, contentType === '' ? {} : { 'content-type': contentType })
  let size = 0
  answer.on('data', (chunk: Buffer) => {
    size += chunk.length
    if (size > MOST_ANSWER) return void answer.destroy()
    if (result.text.length < MOST_TEXT)
      result.text = (result.text + chunk.toString('utf8')).slice(0, MOST_TEXT)
    result.totalMs = since()
    res.write(chunk)
  })
  answer.on('error', () => undefined)
  answer.on('close', () => {
    result.totalMs = since()
    if (answer.complete) res.end()
    else res.destroy()
  })
}
