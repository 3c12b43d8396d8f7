/** Requests that cannot be read, and above all those whose cookies are too many: what other programs of this machine set comes here too. */
import { STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import { pageHeaders } from './static-headers.ts'
import { tooLargePage } from './page.ts'

/**
 * Bytes of a request's line and headers. A browser keeps up to 180 cookies of 4 KB for a host, whatever the port: all of these are read, for a console that
 * answers 431 to its own page is locked until somebody finds out how to clear the browser's cookies (faults.md 58).
 */
export const MAX_HEAD_BYTES = 1 << 20

const STATUS: Partial<Record<string, number>> = {
  HPE_HEADER_OVERFLOW: 431,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
}
/** What the browser has still to send, before it reads the answer. */
const LINGER_MS = 2000

/**
 * Answers what Node's parser has given up, in place of Node. No answer here may clear cookies by itself: any site can make a browser send a head that is too
 * large, by its address.
 */
export function answerUnreadable(error: Error & { code?: string }, socket: Socket): void {
  socket.on('error', () => undefined)
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy()
    return
  }
  const status = STATUS[error.code ?? ''] ?? 400
  socket.end(status === 431 ? tooLarge() : plain(status))
  // Closed with bytes unread, the connection would be reset, and the answer lost with it.
  socket.on('data', () => undefined).resume()
  setTimeout(() => socket.destroy(), LINGER_MS).unref()
}

function plain(status: number): string {
  return `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`
}

function tooLarge(): string {
  const headers = {
    ...pageHeaders,
    'cache-control': 'no-store',
    'content-type': 'text/html; charset=utf-8',
    'content-length': Buffer.byteLength(tooLargePage),
    connection: 'close',
  }
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
  return `HTTP/1.1 431 ${STATUS_CODES[431]}\r\n${lines.join('\r\n')}\r\n\r\n${tooLargePage}`
}
