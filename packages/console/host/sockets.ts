/** The two WebSockets there are: a tab's events and a terminal. Every other upgrade is refused. */
import type { IncomingMessage } from 'node:http'
import type { Socket } from 'node:net'
import { WebSocketServer, type WebSocket } from 'ws'
import { CLOSE_LOGGED_OUT } from '../shared/events.ts'
import { keyProtocolIn } from '../shared/login.ts'
import { socketNames, type SocketName } from '../shared/routes.ts'
import { admitSession } from './admission.ts'
import type { SessionId } from './auth/session-file.ts'
import { infoOf } from './console-info.ts'
import type { Console } from './console.ts'
import { serveTab } from './events/socket.ts'
import { judge } from './guard.ts'
import { enginePath } from './http/engine-path.ts'
import { HttpProblem } from './http/problem.ts'
import { belowBase, findRoute, type Match } from './http/route.ts'
import { targetOf } from './target-of.ts'

/** Tabs have nothing to say. */
const MAX_INBOUND_BYTES = 1024

/** What Node gives with an upgrade. */
export interface Upgrade {
  req: IncomingMessage
  socket: Socket
  head: Buffer
}

type Open<Name extends SocketName> = (
  console: Console,
  session: SessionId,
  upgrade: Upgrade,
  match: Match<Name>,
) => void

/** One for each WebSocket of the table, no more and no less. All want both halves of a login. */
const openings: { [Name in SocketName]: Open<Name> } = { events: openEvents, terminal: openTerminal }

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
  const match = findRoute(socketNames, method, belowBase(url, console.options.base) ?? '')
  if (!match) throw new HttpProblem(404, 'not-found', 'There is no such WebSocket.')
  open(console, session, upgrade, match)
}

function open<Name extends SocketName>(
  console: Console,
  session: SessionId,
  upgrade: Upgrade,
  match: Match<Name>,
): void {
  openings[match.name](console, session, upgrade, match)
}

function openEvents(
  console: Console,
  session: SessionId,
  { req, socket, head }: Upgrade,
  { query }: Match<'events'>,
): void {
  events.handleUpgrade(req, socket, head, (ws) => greet(console, session, ws, query('since')))
}

function greet(console: Console, session: SessionId, ws: WebSocket, since: string | null): void {
  const leave = console.discovery.attend()
  const forget = console.sessions.onEnd(session, () => ws.close(CLOSE_LOGGED_OUT, 'logged out'))
  ws.once('close', () => {
    leave()
    forget()
  })
  serveTab(ws, console.hub, {
    since,
    greeting: { servers: console.discovery.list(), console: infoOf(console) },
  })
}

function openTerminal(
  console: Console,
  session: SessionId,
  { req, socket, head }: Upgrade,
  { params, rest }: Match<'terminal'>,
): void {
  const path = enginePath(`/pty/${params.pty}/connect${rest}`)
  if (path === null) throw new HttpProblem(400, 'bad-path', 'This path can be read in two ways.')
  const target = targetOf(console, params.server)
  const forget = console.sessions.onEnd(session, () => socket.destroy())
  socket.once('close', forget)
  console.terminals.connect(req, socket, head, target, path)
}
