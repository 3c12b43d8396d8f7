/** A terminal's WebSocket: bytes pass straight through to the engine's PTY, the engine's credential added on the way. */
import type { ClientRequest, IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import { createProxyServer } from 'httpxy'
import { passOn } from './pass-on.ts'
import { unreachable, type Target } from './proxy.ts'
import { cleanEngineResponse, engineUpgradeHeaders } from './proxy-headers.ts'
import { refuseUpgrade } from './refuse-upgrade.ts'

/** The engine answers an upgrade within milliseconds; one that does not is wedged. */
const UPGRADE_TIMEOUT_MS = 10_000

/** Only a terminal's path is ever upgraded. */
export function isTerminalPath(path: string): boolean {
  return /^\/pty\/[\w-]+\/connect(\?|$)/.test(path)
}

export interface TerminalProxy {
  connect(req: IncomingMessage, socket: Socket, head: Buffer, target: Target, path: string): void
}

export function createTerminalProxy(): TerminalProxy {
  const proxy = createProxyServer({ changeOrigin: true, upgradeTimeout: UPGRADE_TIMEOUT_MS })
  proxy.on('proxyReqWs', (request, _req, socket) => tidy(request, socket))
  // httpxy has just piped the two into each other.
  proxy.on('open', (upstream) => {
    const client = clients.get(upstream)
    if (client) passOn(upstream, client)
  })
  // httpxy would hang up without a word. Once upgraded, the bytes are the terminal's and an answer would be noise in it.
  proxy.on('error', (error, _req, socket) => {
    if (socket instanceof Socket && !upgraded.has(socket)) refuseUpgrade(socket, unreachable(error))
  })
  return {
    connect(req, socket, head, target, path) {
      req.headers = engineUpgradeHeaders(req.headers, target.authorization)
      req.url = path
      proxy.ws(req, socket, { target: target.url }, head).catch(() => socket.destroy())
    },
  }
}

const upgraded = new WeakSet<Socket>()
/** By the engine's end of each terminal. */
const clients = new WeakMap<Socket, Socket>()

/** Runs before httpxy's own listeners, so that it passes on what is left of the headers. */
function tidy(request: ClientRequest, socket: Socket): void {
  request.once('response', (answer) => {
    cleanEngineResponse(answer.headers)
    // As over HTTP: a 401 is between host and engine.
    if (answer.statusCode === 401) answer.statusCode = 502
  })
  request.once('upgrade', (answer, upstream: Socket) => {
    const { upgrade, connection, 'sec-websocket-accept': accept } = answer.headers
    const { 'sec-websocket-protocol': protocol, 'sec-websocket-extensions': extensions } = answer.headers
    answer.headers = {
      connection,
      upgrade,
      'sec-websocket-accept': accept,
      ...(protocol === undefined ? {} : { 'sec-websocket-protocol': protocol }),
      ...(extensions === undefined ? {} : { 'sec-websocket-extensions': extensions }),
    }
    upgraded.add(socket)
    clients.set(upstream, socket)
    bind(socket, upstream)
  })
  socket.once('close', () => request.destroy())
}

/** One end gone means both are: an abrupt disconnect must not leave the other half open (faults.md 46). */
function bind(client: Socket, upstream: Socket): void {
  client.once('close', () => upstream.destroy())
  upstream.once('close', () => {
    if (upstream.readableEnded) client.destroySoon()
    else client.destroy()
  })
}
