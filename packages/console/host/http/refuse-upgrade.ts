import { STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import { problemBody, problemOf } from './problem.ts'

/** Refuses an upgrade with a whole HTTP answer, as a route would. */
export function refuseUpgrade(socket: Socket, error: unknown): void {
  const { status } = problemOf(error)
  const body = JSON.stringify(problemBody(error))
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? 'unknown'}`,
    'connection: close',
    'cache-control: no-store',
    'content-type: application/json; charset=utf-8',
    `content-length: ${Buffer.byteLength(body)}`,
  ]
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`)
}
