/**
 * Who may connect at all. The kernel says which user is at the other end of a loopback connection: another user's is refused before a byte of it
 * is read, whatever ticket, cookie or key it would have shown (faults.md 55).
 */
import type { Server } from 'node:http'
import { createServer, type Server as Gate, type Socket } from 'node:net'
import type { Connection, Peer } from '@kilo-console/daemon'

const ROOT = 0
/** The refusal is on its way; what the other end still sends is not read, and it need not close. */
const LINGER_MS = 250

/** PURE. Root could be anybody anyway. Whom the kernel does not know is judged by what it sends. */
export function isWelcome(peer: Peer, ownUid: number | undefined, trusted: ReadonlySet<number>): boolean {
  if (peer.kind === 'unknown' || ownUid === undefined) return true
  // A socket that no process holds any more has no user: what it shows as 0 is not root.
  if (peer.kind === 'gone' || peer.inode === '0') return false
  return peer.uid === ownUid || peer.uid === ROOT || trusted.has(peer.uid)
}

/** Listens in place of the HTTP server and gives it only the connections that may come in. */
export function makeGate(server: Server, mayEnter: (connection: Connection) => Promise<boolean>): Gate {
  async function admit(socket: Socket): Promise<void> {
    const ignore = () => undefined
    socket.on('error', ignore)
    if (!(await mayEnter(connectionOf(socket)))) return refuse(socket)
    // Gone meanwhile: its `close` is over, and nobody would ever end what is begun for it.
    if (socket.destroyed) return
    socket.off('error', ignore)
    server.emit('connection', socket)
    socket.resume()
  }

  // As node:http opens its own, but silent until it is known who it is.
  const gate = createServer({ pauseOnConnect: true, allowHalfOpen: true, noDelay: true })
  gate.on('connection', (socket) => void admit(socket))
  // From here on it watches over its connections: how long a request's headers may take.
  gate.once('listening', () => server.emit('listening'))
  return gate
}

function connectionOf({ localAddress, localPort, remoteAddress, remotePort }: Socket): Connection {
  return {
    localAddress: localAddress ?? '',
    localPort: localPort ?? 0,
    remoteAddress: remoteAddress ?? '',
    remotePort: remotePort ?? 0,
  }
}

const REFUSAL = 'Only the user of this console may connect to it.\n'

function refuse(socket: Socket): void {
  const head = [
    'HTTP/1.1 403 Forbidden',
    'connection: close',
    'cache-control: no-store',
    'content-type: text/plain; charset=utf-8',
    `content-length: ${Buffer.byteLength(REFUSAL)}`,
  ]
  socket.end(`${head.join('\r\n')}\r\n\r\n${REFUSAL}`)
  setTimeout(() => socket.destroy(), LINGER_MS).unref()
}
