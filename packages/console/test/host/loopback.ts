/** Small real servers on loopback for tests. Each is closed by the test that made it. */
import { createServer, type IncomingMessage, type ServerResponse, type Server } from 'node:http'
import { connect, type AddressInfo, type Socket } from 'node:net'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface Loopback {
  url: string
  port: number
  server: Server
  close: () => Promise<void>
}

export async function startLoopback(
  answer: (req: IncomingMessage, res: ServerResponse) => void,
  at = 0,
): Promise<Loopback> {
  const server = createServer(answer)
  const sockets = new Set<Socket>()
  server.on('connection', (socket) => sockets.add(socket.once('close', () => sockets.delete(socket))))
  await new Promise<void>((resolve) => server.listen(at, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    server,
    close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      sockets.forEach((socket) => socket.destroy())
      return closed
    },
  }
}

/** The whole answer to a peer that may not come in. */
export const REFUSED =
  /^HTTP\/1\.1 403 Forbidden\r\nconnection: close\r\n[^]*\r\n\r\nOnly the user of this console may connect to it\.\n$/

/** Sends bytes as they are and gives all that comes back until the other side closes. */
export function exchange(port: number, bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let heard = ''
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes))
    socket.on('data', (chunk) => (heard += chunk.toString('latin1')))
    socket.on('close', () => resolve(heard))
    socket.on('error', (error: NodeJS.ErrnoException) =>
      error.code === 'ECONNRESET' ? resolve(heard) : reject(error),
    )
  })
}

export async function withFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'kilo-host-'))
  try {
    return await work(folder)
  } finally {
    await rm(folder, { recursive: true })
  }
}
