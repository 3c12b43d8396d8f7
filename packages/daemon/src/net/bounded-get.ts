import type { Socket } from 'node:net'
import { systemCode } from '../errors.ts'
import type { Owner } from './owned-listener.ts'
import { connectProven } from './proven-connection.ts'

export type Answer =
  | { kind: 'answer'; status: number; body: string }
  /** Nothing listens, or not whom it is for. */
  | { kind: 'refused' }
  /** It accepted, or not even that, and gave no complete answer in time. */
  | { kind: 'timeout' }
  | { kind: 'unhealthy'; reason: string }

export interface GetOptions {
  /** Who must listen there. Default: any process of this user. Nothing is sent to others (faults.md 56). */
  owner?: Owner
  headers?: Record<string, string>
  /** Default 2000. Over the whole exchange, so that one byte per second does not stretch it. */
  timeoutMs?: number
  /** Of the body. Default 65536. */
  maxBytes?: number
  signal?: AbortSignal
}

const MAX_HEAD_BYTES = 16_384

/**
 * One GET. Never throws; bounded in time and bytes, whatever answers (faults.md 24). Over a bare socket: loading node:http, or fetch, takes
 * longer than the whole exchange. HTTP/1.0, so that the body comes in one piece and ends with its length or the connection.
 */
export function getBounded(url: string, options: GetOptions = {}): Promise<Answer> {
  const { headers = {}, timeoutMs = 2000, maxBytes = 65_536, signal, owner = {} } = options
  const target = URL.canParse(url) ? new URL(url) : undefined
  if (target?.protocol !== 'http:') return Promise.resolve(unhealthy('it has no address'))
  const { hostname, port, host, pathname, search } = target
  const lines = Object.entries({ host, connection: 'close', ...headers }).map(
    ([name, value]) => `${name}: ${value}`,
  )
  return new Promise((resolve) => {
    const cut = new AbortController()
    const end = (answer: Answer) => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', abort)
      resolve(answer)
      cut.abort()
    }
    const abort = () => end({ kind: 'timeout' })
    const timer = setTimeout(abort, timeoutMs)
    signal?.addEventListener('abort', abort)
    if (signal?.aborted) return abort()
    const send = (socket: Socket) => {
      collect(socket, maxBytes, end)
      return socket.write(`GET ${pathname}${search} HTTP/1.0\r\n${lines.join('\r\n')}\r\n\r\n`)
    }
    connectProven({ hostname, port: Number(port || 80) }, owner, cut.signal)
      .then(send)
      .catch((error: unknown) => end(unconnected(error)))
  })
}

const NOBODY = new Set(['ECONNREFUSED', 'not-listening', 'other-listener'])

function unconnected(error: unknown): Answer {
  const code = systemCode(error) ?? String(error)
  return NOBODY.has(code) ? { kind: 'refused' } : unhealthy(`connection failed (${code})`)
}

function collect(socket: Socket, maxBytes: number, end: (answer: Answer) => void): void {
  const chunks: Buffer[] = []
  let size = 0
  let head: Head | undefined
  const finish = (bytes: Buffer) => end(complete(head, bytes))
  socket.on('data', (chunk) => {
    chunks.push(chunk)
    size += chunk.length
    head ??= parseHead(Buffer.concat(chunks))
    if (!head && size > MAX_HEAD_BYTES) return end(unhealthy('it does not speak HTTP'))
    if (!head) return
    if (size - head.bytes > maxBytes) return end(unhealthy(`its answer exceeds ${maxBytes} bytes`))
    if (size - head.bytes >= (head.length ?? Infinity)) finish(Buffer.concat(chunks))
  })
  socket.on('end', () => finish(Buffer.concat(chunks)))
  socket.on('error', (error) => {
    const code = systemCode(error) ?? error.message
    end(unhealthy(size > 0 ? `its answer broke off (${code})` : `connection failed (${code})`))
  })
}

interface Head {
  status: number
  /** Its own size, with the empty line. */
  bytes: number
  /** Of the body, if it says so. */
  length: number | undefined
}

function parseHead(bytes: Buffer): Head | undefined {
  const end = bytes.indexOf('\r\n\r\n')
  if (end < 0) return undefined
  const text = bytes.subarray(0, end).toString('latin1')
  const status = /^HTTP\/1\.[01] (\d{3})\b/.exec(text)?.[1]
  const length = /^content-length: *(\d+) *$/im.exec(text)?.[1]
  // What is no HTTP has no status that anybody takes for an answer.
  return {
    status: Number(status ?? 0),
    bytes: end + 4,
    length: length === undefined ? undefined : Number(length),
  }
}

function complete(head: Head | undefined, bytes: Buffer): Answer {
  if (!head)
    return unhealthy(bytes.length > 0 ? 'its answer broke off' : 'it closed the connection without an answer')
  if (head.status === 0) return unhealthy('it does not speak HTTP')
  const body = bytes.subarray(head.bytes)
  if (body.length < (head.length ?? 0)) return unhealthy('its answer broke off')
  return { kind: 'answer', status: head.status, body: body.subarray(0, head.length).toString() }
}

function unhealthy(reason: string): Answer {
  return { kind: 'unhealthy', reason }
}
