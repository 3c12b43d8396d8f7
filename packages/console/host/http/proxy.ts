/** The engine's HTTP API under the console's origin. Bodies are streamed both ways, but for configuration, which is read for its secrets. */
import {
  request,
  type ClientRequest,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http'
import type { Socket } from 'node:net'
import { provenAgent, type Owner } from '@kilo-console/daemon'
import { keptAgents } from './agents.ts'
import { failureOf, refusalOf } from './answer.ts'
import { askedFor, type Asked } from './asked.ts'
import { limitInterim } from './interim.ts'
import { readBody } from './body.ts'
import { passBody } from './passed-body.ts'
import { sendProblem } from './problem.ts'
import { engineRequestHeaders } from './proxy-headers.ts'
import { restoredBody } from './restored-body.ts'
import type { Secrets } from './secrets.ts'

/** One engine, fixed by the host: nothing in a request can change it. */
export interface Target {
  /** `http://<host>:4097` */
  url: string
  /** The whole header, `Basic …`, for an engine that wants one. */
  authorization?: string
  /** Who must listen there, proven for every connection: nothing is sent to anybody else (faults.md 56). */
  owner: Owner
  /** What of it no browser may see; absent: nothing is looked at. */
  secrets?: Secrets
}

export interface Proxy {
  /** Resolves when the answer is over, whichever way. `path` has passed `enginePath`. `change`: what is sent instead of what came. */
  forward(
    req: IncomingMessage,
    res: ServerResponse,
    target: Target,
    path: string,
    change?: (body: Buffer) => Buffer,
  ): Promise<void>
}

/** Of what is changed on its way. */
const CHANGED_BYTES = 1 << 20

export function makeProxy(): Proxy {
  const agents = keptAgents()
  return {
    async forward(req, res, target, path, change) {
      const asked = askedFor(req, path)
      await target.secrets?.prepare(asked.route, asked.directory)
      const restored = target.secrets && (await restoredBody(req, asked, target.secrets))
      const body = change ? change(restored ?? (await readBody(req, CHANGED_BYTES))) : restored
      if (res.destroyed) return
      const headers = engineRequestHeaders(req.headers, target.authorization)
      // What is read here comes as it is, and whole.
      if (target.secrets) Object.assign(headers, { 'accept-encoding': 'identity', range: undefined })
      if (body) headers['content-length'] = String(body.length)
      if (body) delete headers['transfer-encoding']
      // After a chunked body the connection is not used again: were its end disputed, the next request would be inside of it.
      const reused =
        headers['transfer-encoding'] === undefined ? agents.of(target.owner) : provenAgent(target.owner)
      const sent = request(target.url + path, {
        method: req.method,
        headers: withoutGaps(headers),
        agent: reused,
      })
      limitInterim(sent)
      passBack({ req, res, sent, asked, secrets: target.secrets })
      if (body) sent.end(body)
      else passIn(req, sent)
      await new Promise((resolve) => res.once('close', resolve))
    },
  }
}

function withoutGaps(headers: IncomingHttpHeaders): IncomingHttpHeaders {
  return Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== undefined))
}

function passIn(req: IncomingMessage, sent: ClientRequest): void {
  req.on('error', () => sent.destroy())
  req.pipe(sent)
  // Answered already, or gone: what the browser still sends is read and forgotten, else it would never read the answer.
  sent.once('close', () => {
    req.unpipe(sent)
    req.resume()
  })
}

interface Exchange {
  req: IncomingMessage
  res: ServerResponse
  sent: ClientRequest
  asked: Asked
  secrets: Secrets | undefined
}

function passBack({ req, res, sent, asked, secrets }: Exchange): void {
  const fail = (error: unknown) => {
    sent.destroy()
    if (res.writableEnded || res.destroyed) return
    if (!res.headersSent) res.getHeaderNames().forEach((name) => res.removeHeader(name))
    sendProblem(res, failureOf(error))
  }
  sent.on('error', fail)
  // Without a listener Node would drop a 101, and with it every word to the browser.
  sent.once('upgrade', (answer: IncomingMessage, socket: Socket) => {
    socket.destroy()
    fail(refusalOf(req.method, answer))
  })
  sent.once('response', (answer) => {
    const refusal = refusalOf(req.method, answer)
    if (refusal) return fail(refusal)
    // Also when it breaks off: what has not begun is refused then, what has is cut.
    answer.on('error', fail)
    passBody(req, res, { answer, asked, secrets }).catch(fail)
    // An answer may be whole before the request is: then there is nobody to send the rest to.
    answer.once('end', () => !sent.writableFinished && sent.destroy())
  })
  res.once('close', () => !res.writableFinished && sent.destroy())
}
