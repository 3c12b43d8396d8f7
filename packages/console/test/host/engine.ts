/** A small engine for tests: health, events, an echo of what it was asked, one terminal. The real one runs in e2e. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { WebSocket, WebSocketServer } from 'ws'
import { startLoopback, type Loopback } from './loopback.ts'

export interface TestEngine extends Loopback {
  /** Sends to every open event stream. */
  emit(type: string, properties?: Record<string, unknown>): void
  /** Ends every event stream. */
  hangUp(): void
  /** Headers of the terminal's upgrade requests. */
  upgrades: IncomingMessage['headers'][]
  streams: Set<ServerResponse>
  /** Open terminals. Each is an echo; `exit` ends it, `flood` makes it print for ever. */
  terminals: Set<WebSocket>
}

/** What it answers that is always the same, by path. */
const answersOf = (version: string, network: string): Record<string, string> => ({
  '/global/health': JSON.stringify({ healthy: true, version }),
  '/network': network,
  '/project': '[]',
  '/experimental/session': '[]',
})

const echo = ({ method, url, headers }: IncomingMessage) => JSON.stringify({ method, url, headers })

/** `network`: what it answers to the question by which engines are told apart. */
export async function startEngine(
  authorization: string,
  { port = 0, version = '7.7.7', network = '[]' } = {},
): Promise<TestEngine> {
  const streams = new Set<ServerResponse>()
  const upgrades: IncomingMessage['headers'][] = []
  const terminals = new WebSocketServer({ noServer: true })
  const answers = answersOf(version, network)
  const server = await startLoopback((req, res) => {
    if (req.headers.authorization !== authorization) res.writeHead(401).end()
    else if (req.url === '/global/event') {
      streams.add(res.once('close', () => streams.delete(res)))
      res.write(frameOf('server.connected'))
    } else res.end(answers[req.url?.split('?')[0] ?? ''] ?? echo(req))
  }, port)
  server.server.on('upgrade', (req, socket, head) => {
    upgrades.push(req.headers)
    if (req.url?.includes('ticket=used')) {
      const refusal =
        'HTTP/1.1 403 Forbidden\r\nset-cookie: a=1\r\nconnection: close\r\ncontent-length: 0\r\n\r\n'
      socket.end(refusal)
      return
    }
    terminals.handleUpgrade(req, socket, head, (terminal) => {
      terminal.on('message', (data: Buffer, isBinary) => {
        if (data.toString() === 'exit') terminal.close(1000)
        else if (data.toString() === 'flood') flood(terminal)
        else terminal.send(data, { binary: isBinary })
      })
    })
  })
  return {
    ...server,
    streams,
    upgrades,
    terminals: terminals.clients,
    emit: (type, properties = {}) => streams.forEach((stream) => stream.write(frameOf(type, properties))),
    hangUp: () => streams.forEach((stream) => stream.end()),
  }
}

/** As the engine does: as fast as it is taken, and without asking whether it is. */
function flood(terminal: WebSocket): void {
  const text = 'y\n'.repeat(512 * 1024)
  const pour = () => {
    if (terminal.readyState === WebSocket.OPEN) terminal.send(text, pour)
  }
  pour()
}

function frameOf(type: string, properties: Record<string, unknown> = {}): string {
  return `data: ${JSON.stringify({ directory: '/a', payload: { type, properties } })}\n\n`
}
