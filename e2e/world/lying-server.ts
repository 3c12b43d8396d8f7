/** A server on one of the ports where the console looks for engines, that says what it likes and as much as it can. */
import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'

export interface LyingServer {
  port: number
  /** Sends these as events, over and over, as fast as they are taken. */
  flood(...events: [type: string, properties: unknown][]): void
  /** Bytes of floods that were taken. */
  taken(): number
  close(): Promise<void>
}

const frameOf = (type: string, properties: unknown) =>
  `data: ${JSON.stringify({ directory: '/lies', payload: { type, properties } })}\n\n`

export async function startLyingServer(port: number): Promise<LyingServer> {
  const streams = new Set<ServerResponse>()
  const sockets = new Set<Socket>()
  let taken = 0
  let lies: string[] = []
  const server = createServer((req, res) => {
    if (req.url === '/global/event') {
      streams.add(res.once('close', () => streams.delete(res)))
      res.write(frameOf('server.connected', {}))
      if (lies.length > 0) pour(res)
    } else if (req.url === '/global/health') res.end('{"healthy":true,"version":"7.7.7"}')
    else if (req.url === '/project') res.end(projects())
    else if (req.url?.startsWith('/experimental/session')) res.end(sessions())
    else if (req.url?.startsWith('/session/status')) res.end('{}')
    else res.end(`[${'"not what it should be",'.repeat(200_000)}null]`)
  })
  server.on('connection', (socket) => sockets.add(socket.once('close', () => sockets.delete(socket))))
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')

  /** A piece at a time, so that it answers meanwhile: who does not is taken for ended, and is not listened to. */
  function pour(stream: ServerResponse, at = 0): void {
    if (stream.destroyed) return
    const text = lies[at % lies.length] ?? ''
    taken += text.length
    const next = () => pour(stream, at + 1)
    if (stream.write(text)) setImmediate(next)
    else stream.once('drain', next)
  }

  return {
    port: (server.address() as AddressInfo).port,
    flood(...events) {
      lies = events.map(([type, properties]) => frameOf(type, properties))
      streams.forEach((stream) => pour(stream))
    },
    taken: () => taken,
    async close() {
      sockets.forEach((socket) => socket.destroy())
      server.close()
      await once(server, 'close')
    },
  }
}

/** 6 MB of names. */
function projects(): string {
  const name = 'x'.repeat(1000)
  return JSON.stringify(
    Array.from({ length: 6000 }, (_, at) => ({ id: `p${at}`, worktree: `/lies/${at}`, name })),
  )
}

/** One folder each, so that the roster asks for many times three lists. */
function sessions(): string {
  const time = { created: 1, updated: 2 }
  const of = (at: number) => ({
    id: `ses_${at}`,
    slug: 's',
    projectID: 'p0',
    directory: `/lies/${at}`,
    title: `Lie ${at}`,
    version: '1',
    time,
    project: null,
  })
  return JSON.stringify([...Array.from({ length: 40 }, (_, at) => of(at)), { id: 'constructor' }, null])
}
