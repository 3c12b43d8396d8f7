/** The engine's HTTP API under the console's origin. Bodies are streamed both ways; nothing is kept. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createProxyServer } from 'httpxy'
import { HttpProblem, sendProblem } from './problem.ts'
import { cleanEngineResponse, engineRequestHeaders } from './proxy-headers.ts'

/** One engine, fixed by the host: nothing in a request can change it. */
export interface Target {
  /** `http://127.0.0.1:4097` */
  url: string
  /** The whole header, `Basic …`, for an engine that wants one. */
  authorization?: string
}

export interface Proxy {
  /** Resolves when the answer is over, whichever way. `path` has passed `enginePath`. */
  forward(req: IncomingMessage, res: ServerResponse, target: Target, path: string): Promise<void>
}

export function createProxy(): Proxy {
  const proxy = createProxyServer({ changeOrigin: true })
  proxy.on('proxyRes', (answer, _req, res) => {
    // Passed on, a 401 would open the browser's own password dialog, and the user has no such password.
    if (answer.statusCode === 401) {
      answer.destroy()
      sendProblem(res, wrongPassword())
      return
    }
    cleanEngineResponse(answer.headers)
    // Between browser and host it is the browser that says whether the connection lives on.
    answer.headers.connection = res.shouldKeepAlive ? 'keep-alive' : 'close'
  })
  return {
    async forward(req, res, target, path) {
      req.headers = engineRequestHeaders(req.headers, target.authorization)
      req.url = path
      try {
        await proxy.web(req, res, { target: target.url })
      } catch (error) {
        // httpxy reports a request that the browser gave up, too: then nobody is there to be told.
        if (!res.destroyed) sendProblem(res, unreachable(error))
      }
    },
  }
}

function wrongPassword(): HttpProblem {
  return new HttpProblem(
    502,
    'server-locked',
    'The server refuses the password that the console knows.',
    'kilo daemon restart',
  )
}

/** What a broken connection to an engine means to a person. */
export function unreachable(error: unknown): HttpProblem {
  const refused = (error as { code?: unknown }).code === 'ECONNREFUSED'
  const message = refused ? 'The server is not running.' : 'The server broke the connection off.'
  return new HttpProblem(502, 'server-unreachable', message, 'kilo daemon start')
}
