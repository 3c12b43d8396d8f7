/**
 * Another program on the machine, that the browser talks to: it sees the cookies of the console, for cookies know no ports, and may set others. It also
 * answers like an engine, one that wants its answers run.
 */
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Neighbour {
  url: string
  /** The last Cookie header that came. */
  cookie(): string
  /** Cookies that its page sets when it is loaded next, whole lines of Set-Cookie. */
  setNext(lines: string[]): void
  close(): Promise<void>
}

const SCRIPT = 'globalThis.evil = true; self.postMessage?.("evil"); self.onconnect = () => {}'

export async function startNeighbour(port: number): Promise<Neighbour> {
  let cookie = ''
  let next: string[] = []
  // It wants to see what it has set.
  const server = createServer({ maxHeaderSize: 1 << 20 }, (req, res) => {
    if (req.headers.cookie !== undefined) cookie = req.headers.cookie
    if (req.url === '/') res.setHeader('set-cookie', next.splice(0))
    answer(req, res)
  }).listen(port, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cookie: () => cookie,
    setNext: (lines) => void (next = lines),
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

function answer({ url = '' }: IncomingMessage, res: ServerResponse): void {
  const path = url.split('?')[0] ?? ''
  if (path === '/global/health') res.end('{"healthy":true,"version":"7.7.7"}')
  else if (path.endsWith('.js')) res.setHeader('content-type', 'text/javascript').end(SCRIPT)
  else if (path === '/') res.setHeader('content-type', 'text/html').end('<title>neighbour</title>')
  else res.setHeader('content-type', 'application/json').end('[]')
}
