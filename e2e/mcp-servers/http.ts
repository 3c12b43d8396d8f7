/** An MCP server at an address (streamable HTTP), which answers who is let in by its headers. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { answerTo, type RpcMessage } from './answer.ts'

export interface HttpMcpServer {
  /** Of the server, without a path. */
  origin: string
  /** What a client is configured with. */
  url: string
  close(): Promise<void>
}

interface HttpOptions {
  /** Undefined: let in; else the headers of the 401. */
  refuse: (req: IncomingMessage) => Record<string, string> | undefined
  /** Other paths; whether it has answered. */
  other?: (req: IncomingMessage, res: ServerResponse, origin: string) => Promise<boolean>
}

/** Listens on loopback, on any port. */
export async function startHttpMcp({ refuse, other }: HttpOptions): Promise<HttpMcpServer> {
  const server = createServer((req, res) => {
    handle(req, res).catch((error: unknown) => res.writeHead(500).end(String(error)))
  })
  const handle = async (req: IncomingMessage, res: ServerResponse) => {
    if (other && (await other(req, res, originOf(server)))) return
    const refusal = refuse(req)
    if (refusal) return void res.writeHead(401, refusal).end()
    // Streams of the server's own are not offered.
    if (req.method !== 'POST') return void res.writeHead(405).end()
    const answer = answerTo(JSON.parse(await text(req)) as RpcMessage)
    if (!answer) return void res.writeHead(202).end()
    res.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer))
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const origin = originOf(server)
  return { origin, url: `${origin}/mcp`, close: () => endServer(server) }
}

function originOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

function endServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}
