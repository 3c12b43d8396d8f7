/** A server that passes for an engine where it is asked for its health, and answers all else with the bytes that a test gives it. */
import { createServer, type AddressInfo, type Socket } from 'node:net'

/** Bytes, after which the connection is closed; or whatever is done with the connection. */
export type HostileAnswer = string | Buffer | ((socket: Socket) => void)

export interface HostileEngine {
  port: number
  /** The path, below the engine's, that is answered like this. */
  give(answer: HostileAnswer): string
  close(): Promise<void>
}

const PEACEFUL: Record<string, string> = {
  '/global/health': '{"healthy":true,"version":"7.7.7"}',
  '/project': '[]',
  '/experimental/session': '[]',
}

export async function startHostileEngine(): Promise<HostileEngine> {
  const answers: HostileAnswer[] = []
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket.once('close', () => sockets.delete(socket)))
    socket.on('error', () => undefined)
    let heard = ''
    socket.on('data', (chunk) => {
      heard += chunk.toString('latin1')
      const path = /^\w+ (\S+) HTTP\/1\.[01]\r\n[^]*\r\n\r\n/.exec(heard)?.[1]
      if (path === undefined) return
      heard = ''
      reply(socket, path, answers)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    give: (answer) => `/pty/${answers.push(answer) - 1}/connect`,
    close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      sockets.forEach((socket) => socket.destroy())
      return closed
    },
  }
}

function reply(socket: Socket, target: string, answers: readonly HostileAnswer[]): void {
  const path = target.replace(/\?.*/, '')
  const given = answers[Number(/^\/pty\/(\d+)\//.exec(path)?.[1] ?? -1)]
  if (given === undefined) {
    const body = PEACEFUL[path]
    if (body !== undefined) socket.write(`HTTP/1.1 200 OK\r\ncontent-length: ${body.length}\r\n\r\n${body}`)
    // The event stream: open, and silent.
    else
      socket.write('HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\ntransfer-encoding: chunked\r\n\r\n')
  } else if (typeof given === 'function') given(socket)
  else socket.end(given)
}
