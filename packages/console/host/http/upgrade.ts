/** A terminal's WebSocket: bytes pass straight through to the engine's PTY, the engine's credential added on the way. */
import { createHash } from 'node:crypto'
import { get, type IncomingMessage } from 'node:http'
import type { Socket } from 'node:net'
import { provenAgent } from '@kilo-console/daemon'
import { keyProtocolIn } from '../../shared/login.ts'
import { failureOf, notUpgraded, socketRefusal } from './answer.ts'
import { limitInterim } from './interim.ts'
import { passOn } from './pass-on.ts'
import type { Target } from './proxy.ts'
import { engineUpgradeHeaders } from './proxy-headers.ts'
import { refuseUpgrade } from './refuse-upgrade.ts'

/** The engine answers an upgrade within milliseconds; one that does not is wedged. */
const UPGRADE_TIMEOUT_MS = 10_000

export interface TerminalProxy {
  /** `path` has passed `enginePath`. */
  connect(req: IncomingMessage, socket: Socket, head: Buffer, target: Target, path: string): void
}

export function makeTerminalProxy(): TerminalProxy {
  return {
    connect(req, client, head, target, path) {
      const headers = engineUpgradeHeaders(req.headers, target.authorization)
      const request = get(target.url + path, { agent: provenAgent(target.owner), headers })
      const overdue = setTimeout(() => request.destroy(notUpgraded()), UPGRADE_TIMEOUT_MS)
      const refuse = (problem: Error) => {
        request.destroy()
        if (client.writable) refuseUpgrade(client, problem)
      }
      limitInterim(request)
      request.on('error', (error) => refuse(failureOf(error)))
      request.once('response', ({ statusCode }) => refuse(socketRefusal(statusCode)))
      request.once('upgrade', (answer, upstream: Socket, first) => {
        upstream.on('error', () => undefined)
        const accept = acceptOf(req.headers['sec-websocket-key'])
        if (isAccepted(answer, accept) && client.writable) {
          const protocol = keyProtocolIn(req.headers['sec-websocket-protocol'])
          join(client, upstream, { accept, protocol, first, head })
        } else {
          upstream.destroy()
          refuse(notUpgraded())
        }
      })
      request.once('close', () => clearTimeout(overdue))
      client.once('close', () => request.destroy())
    },
  }
}

/** RFC 6455, 4.2.2: whoever can compute it has read the request as a WebSocket's. */
function acceptOf(key: string | undefined): string {
  return createHash('sha1').update(`${key}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`).digest('base64')
}

function isAccepted({ statusCode, headers }: IncomingMessage, accept: string): boolean {
  return (
    statusCode === 101 &&
    headers.upgrade?.toLowerCase() === 'websocket' &&
    headers['sec-websocket-accept'] === accept
  )
}

interface Handshake {
  accept: string
  /** The one that carries the key: a browser that names one wants it back. */
  protocol: string | undefined
  /** What came right behind the engine's answer, and behind the browser's request. */
  first: Buffer
  head: Buffer
}

/** The answer is ours alone. No protocol of the engine's, no extension: none was asked of it. */
function join(client: Socket, upstream: Socket, { accept, protocol, first, head }: Handshake): void {
  const lines = ['upgrade: websocket', 'connection: Upgrade', `sec-websocket-accept: ${accept}`]
  if (protocol !== undefined) lines.push(`sec-websocket-protocol: ${protocol}`)
  client.setNoDelay(true)
  upstream.setNoDelay(true)
  bind(client, upstream)
  client.write(`HTTP/1.1 101 Switching Protocols\r\n${lines.join('\r\n')}\r\n\r\n`)
  client.write(first)
  upstream.write(head)
  client.pipe(upstream)
  passOn(upstream, client)
}

/** One end gone means both are: an abrupt disconnect must not leave the other half open (faults.md 46). */
function bind(client: Socket, upstream: Socket): void {
  client.once('close', () => upstream.destroy())
  upstream.once('close', () => {
    if (upstream.readableEnded) client.destroySoon()
    else client.destroy()
  })
}
