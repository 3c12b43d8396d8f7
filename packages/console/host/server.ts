/** The HTTP server: every request passes guard, route, admission, answer, in this order and nowhere else. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo, Server, Socket } from 'node:net'
import { networkInterfaces } from 'node:os'
import { makePeers } from '@kilo-console/daemon'
import { httpNames, rootNames, routes, type HttpName, type RouteKind } from '../shared/routes.ts'
import { admit } from './admission.ts'
import type { Console } from './console.ts'
import { allowedHosts, judge } from './guard.ts'
import { HttpProblem, sendProblem } from './http/problem.ts'
import { refuseUpgrade } from './http/refuse-upgrade.ts'
import { answerUnreadable, MAX_HEAD_BYTES } from './http/unreadable.ts'
import { belowBase, findRoute, type Match } from './http/route.ts'
import { isWelcome, makeGate } from './peer-gate.ts'
import { answerRoute } from './routes.ts'
import { acceptSocket } from './sockets.ts'

export interface RunningServer {
  port: number
  /** Ends every connection at once. */
  close(): Promise<void>
}

/** Listens first, because with port 0 only then the port is known that names cookie and hosts. Rejects when the port is taken. */
export async function serve(
  place: { hostname: string; port: number; trusted?: ReadonlySet<number> },
  open: (port: number) => Promise<Console>,
): Promise<RunningServer> {
  const server = createServer({
    keepAliveTimeout: 30_000,
    requireHostHeader: false,
    maxHeaderSize: MAX_HEAD_BYTES,
  })
  server.on('clientError', answerUnreadable)
  const peerOf = makePeers()
  const gate = makeGate(server, async (connection) =>
    isWelcome(await peerOf(connection), process.getuid?.(), place.trusted ?? new Set()),
  )
  const connections = trackConnections(gate)
  const port = await listen(gate, place)
  const ready = open(port).then((console) => ({ console, hosts: hostsOf(place.hostname, port) }))
  server.on('request', (req, res) => {
    ready.then((host) => answer(host, req, res)).catch((error: unknown) => sendProblem(res, error))
  })
  server.on('upgrade', (req, socket: Socket, head) => {
    // Until somebody owns the socket its errors are nobody's, and must not end the process.
    socket.on('error', () => undefined)
    ready
      .then(({ console, hosts }) => acceptSocket(console, hosts, { req, socket, head }))
      .catch((error: unknown) => refuseUpgrade(socket, error))
  })
  const { console } = await ready
  return {
    port,
    close() {
      console.dispose()
      const closed = new Promise<void>((resolve) => gate.close(() => resolve()))
      connections.forEach((socket) => socket.destroy())
      return closed
    },
  }
}

interface Host {
  console: Console
  hosts: Set<string>
}

async function answer({ console, hosts }: Host, req: IncomingMessage, res: ServerResponse): Promise<void> {
  const { method = 'GET', url = '' } = req
  const found = routeOf(console.options.base, method, url)
  const { kind, access } = found ? routes[found.name] : routes.app
  checkGuard(req, kind, hosts)
  if (!found) return sendElsewhere(res, url, console.options.base)
  const session = admit(console, access, req.headers)
  // Who asks in the host's first moments must not hear that there are no servers.
  if (access === 'session') await console.discovery.first
  await answerRoute(console, { ...found, req, res, session })
}

/** Throws what the guard says. */
function checkGuard(req: IncomingMessage, kind: RouteKind, hosts: ReadonlySet<string>): void {
  const { method = 'GET', url = '', rawHeaders } = req
  const verdict = judge({ method, target: url, rawHeaders, kind, hosts })
  if (!verdict.allow) throw new HttpProblem(verdict.status, verdict.code, verdict.message, 'kilo console')
}

function routeOf(base: string, method: string, url: string): Match<HttpName> | null {
  const below = belowBase(url, base)
  return below === null ? findRoute(rootNames, method, url.slice(1)) : findRoute(httpNames, method, below)
}

/** Outside of the base: the two ways to mistype it lead there, all else is not ours. */
function sendElsewhere(res: ServerResponse, url: string, base: string): void {
  if (url !== '/' && `${url}/` !== base)
    throw new HttpProblem(404, 'not-found', 'The console lives under another path.')
  res.writeHead(307, { location: base, 'cache-control': 'no-store' }).end()
}

function hostsOf(hostname: string, port: number): Set<string> {
  const ownAddresses = Object.values(networkInterfaces()).flatMap((list) =>
    (list ?? []).map(({ address }) => address),
  )
  return allowedHosts({ hostname, port, ownAddresses })
}

function listen(server: Server, { hostname, port }: { hostname: string; port: number }): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, hostname, () => {
      server.off('error', reject)
      resolve((server.address() as AddressInfo).port)
    })
  })
}

function trackConnections(server: Server): Set<Socket> {
  const open = new Set<Socket>()
  server.on('connection', (socket) => {
    open.add(socket)
    socket.once('close', () => open.delete(socket))
  })
  return open
}
