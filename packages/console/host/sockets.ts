/** The two WebSockets there are: a tab's events and a terminal. Every other upgrade is refused. */
import type { IncomingMessage } from 'node:http'
import type { Socket } from 'node:net'
import { WebSocketServer, type WebSocket } from 'ws'
import { CLOSE_LOGGED_OUT } from '../shared/events.ts'
import { keyProtocolIn } from '../shared/login.ts'
import { admitSession } from './admission.ts'
import type { SessionId } from './auth/session-file.ts'
import type { Console } from './console.ts'
import { serveTab } from './events/socket.ts'
import { judge } from './guard.ts'
import { enginePath } from './http/engine-path.ts'
import { HttpProblem } from './http/problem.ts'
import { belowBase, matchRoute, type Match, type RoutePattern } from './http/route.ts'
import { isTerminalPath } from './http/upgrade.ts'
import { targetOf } from './routes.ts'

/** Tabs have nothing to say. */
const MAX_INBOUND_BYTES = 1024

/** What Node gives with an upgrade. */
export interface Upgrade {
  req: IncomingMessage
  socket: Socket
  head: Buffer
}

interface SocketRoute extends RoutePattern {
  open(console: Console, session: SessionId, upgrade: Upgrade, match: Match): void
}

/** All with both halves of a login. */
export const socketRoutes: SocketRoute[] = [
  { method: 'GET', path: 'api/events', open: openEvents },
  { method: 'GET', path: 'api/servers/:id/engine/*', open: openTerminal },
]

const events = new WebSocketServer({
  noServer: true,
  clientTracking: false,
  maxPayload: MAX_INBOUND_BYTES,
  perMessageDeflate: false,
  // The one that carries the key; admission has seen it.
  handleProtocols: (offered) => keyProtocolIn([...offered].join()) ?? false,
})

/** Rejects with `HttpProblem` for an upgrade that is not allowed or not known. */
export async function acceptSocket(
  console: Console,
  hosts: ReadonlySet<string>,
  upgrade: Upgrade,
): Promise<void> {
  const { method = '', url = '', rawHeaders, headers } = upgrade.req
  const verdict = judge({ method, target: url, rawHeaders, kind: 'socket', hosts })
  if (!verdict.allow) throw new HttpProblem(verdict.status, verdict.code, verdict.message, 'kilo console')
  const session = admitSession(console, headers, 'socket')
  await console.discovery.first
  const below = belowBase(url, console.options.base) ?? ''
  for (const route of socketRoutes) {
    const match = matchRoute(route, method, below)
    if (match) return route.open(console, session, upgrade, match)
  }
  throw new HttpProblem(404, 'not-found', 'There is no such WebSocket.')
}

function openEvents(console: Console, session: SessionId, { req, socket, head }: Upgrade): void {
  const since = new URLSearchParams(req.url?.split('?')[1]).get('since')
  events.handleUpgrade(req, socket, head, (ws) => greet(console, session, ws, since))
}

function greet(console: Console, session: SessionId, ws: WebSocket, since: string | null): void {
  const leave = console.discovery.attend()
  const forget = console.sessions.onEnd(session, () => ws.close(CLOSE_LOGGED_OUT, 'logged out'))
  ws.once('close', () => {
    leave()
    forget()
  })
  serveTab(ws, console.hub, { since, servers: console.discovery.list() })
}

function openTerminal(console: Console, session: SessionId, upgrade: Upgrade, { params, rest }: Match): void {
  const path = enginePath(rest)
  if (path === null || !isTerminalPath(path)) {
    throw new HttpProblem(404, 'not-found', 'Only a terminal has a WebSocket here.')
  }
  const target = targetOf(console, params['id'] ?? '')
  const { req, socket, head } = upgrade
  const forget = console.sessions.onEnd(session, () => socket.destroy())
  socket.once('close', forget)
  console.terminals.connect(req, socket, head, target, path)
}
