/** The two WebSockets there are: a tab's events and a terminal. Every other upgrade is refused. */
import type { IncomingMessage } from 'node:http'
import type { Socket } from 'node:net'
import { STATUS_CODES } from 'node:http'
import { WebSocketServer, type WebSocket } from 'ws'
import { CLOSE_LOGGED_OUT } from '../shared/events.ts'
import type { SessionKey } from './auth/sessions.ts'
import type { Console } from './console.ts'
import { serveTab } from './events/socket.ts'
import { judge } from './guard.ts'
import { enginePath } from './http/engine-path.ts'
import { HttpProblem, problemBody, problemOf } from './http/problem.ts'
import { belowBase, matchRoute } from './http/route.ts'
import { isTerminalPath } from './http/upgrade.ts'
import { admit, targetOf } from './routes.ts'

/** Tabs have nothing to say. */
const MAX_INBOUND_BYTES = 1024

export interface Sockets {
  /** Throws `HttpProblem` for an upgrade that is not allowed or not known. */
  accept(
    console: Console,
    hosts: ReadonlySet<string>,
    req: IncomingMessage,
    socket: Socket,
    head: Buffer,
  ): void
}

export function createSockets(): Sockets {
  const events = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_INBOUND_BYTES,
    perMessageDeflate: false,
  })
  return {
    accept(console, hosts, req, socket, head) {
      const { method = '', url = '', rawHeaders } = req
      const verdict = judge({ method, target: url, rawHeaders, kind: 'socket', hosts })
      if (!verdict.allow) throw new HttpProblem(verdict.status, verdict.code, verdict.message, 'kilo console')
      const session = admit(console, 'session', req.headers)
      const below = belowBase(url, console.options.base) ?? ''
      const tab = matchRoute({ method: 'GET', path: 'api/events*' }, method, below)
      const engine = matchRoute({ method: 'GET', path: 'api/servers/:id/engine/*' }, method, below)
      if (session === null) return
      if (tab && /^($|\?)/.test(tab.rest)) {
        const since = new URLSearchParams(tab.rest).get('since')
        events.handleUpgrade(req, socket, head, (ws) => greet(console, session, ws, since))
      } else if (engine) {
        openTerminal(console, session, req, socket, head, engine)
      } else {
        throw new HttpProblem(404, 'not-found', 'There is no such WebSocket.')
      }
    },
  }
}

function greet(console: Console, session: SessionKey, ws: WebSocket, since: string | null): void {
  const leave = console.discovery.attend()
  const forget = console.sessions.onEnd(session, () => ws.close(CLOSE_LOGGED_OUT, 'logged out'))
  ws.once('close', () => {
    leave()
    forget()
  })
  serveTab(ws, console.hub, { since, servers: console.discovery.list() })
}

function openTerminal(
  console: Console,
  session: SessionKey,
  req: IncomingMessage,
  socket: Socket,
  head: Buffer,
  { params, rest }: { params: Record<string, string>; rest: string },
): void {
  const path = enginePath(rest)
  if (path === null || !isTerminalPath(path)) {
    throw new HttpProblem(404, 'not-found', 'Only a terminal has a WebSocket here.')
  }
  const target = targetOf(console, params['id'] ?? '')
  const forget = console.sessions.onEnd(session, () => socket.destroy())
  socket.once('close', forget)
  console.terminals.connect(req, socket, head, target, path)
}

/** Refuses an upgrade with a whole HTTP answer, as a route would. */
export function refuseUpgrade(socket: Socket, error: unknown): void {
  const { status } = problemOf(error)
  const body = JSON.stringify(problemBody(error))
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`,
    'connection: close',
    'cache-control: no-store',
    'content-type: application/json; charset=utf-8',
    `content-length: ${Buffer.byteLength(body)}`,
  ]
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`)
}
