/** A server that says what it likes: events and answers of any shape and size. */
import type { ServerResponse } from 'node:http'
import { startLoopback, type Loopback } from './loopback.ts'

export interface Liar extends Loopback {
  /** The id that the host gives it. */
  id: string
  /** Sends this as an event's data to every open stream. */
  say(data: string): void
  streams: Set<ServerResponse>
}

/** `answers`: bodies by path, without the query. Everything else is an empty list. */
export async function startLiar(answers: Record<string, () => string> = {}): Promise<Liar> {
  const streams = new Set<ServerResponse>()
  const server = await startLoopback((req, res) => {
    const path = req.url?.replace(/\?.*/, '') ?? ''
    if (path === '/global/event') {
      streams.add(res.once('close', () => streams.delete(res)))
      res.write('data: {"payload":{"type":"server.connected"}}\n\n')
    } else if (path === '/global/health') res.end('{"healthy":true,"version":"7.7.7"}')
    else res.end(answers[path]?.() ?? (path === '/session/status' ? '{}' : '[]'))
  })
  return {
    ...server,
    id: `port-${server.port}`,
    streams,
    say: (data) => streams.forEach((stream) => stream.write(`data: ${data}\n\n`)),
  }
}
