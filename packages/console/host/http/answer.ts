/**
 * PURE: what of an engine's answer reaches the browser (faults.md 37, 39, 61). Whatever listens on the engine's port writes it, and the browser would
 * obey it with the console's own rights: follow, store, ask for a password, send again. So an answer is passed on only as far as it is known
 * to be data.
 */
import type { IncomingHttpHeaders } from 'node:http'
import { passedType } from './content-type.ts'
import { dataHeaders, HttpProblem } from './problem.ts'

export interface EngineAnswer {
  statusCode?: number | undefined
  headers: IncomingHttpHeaders
}

/** The browser acts on these by itself: asks for a proxy's password, or sends the request once more (Chrome does after 408 and 421). */
const STEERING = new Set([407, 408, 421, 425])

/** Why it is not passed on; undefined: it is. `method` is the request's. */
export function refusalOf(method: string | undefined, answer: EngineAnswer): HttpProblem | undefined {
  const { statusCode: status = 0, headers } = answer
  // Passed on, it would open the browser's own password dialog, and the user has no such password.
  if (status === 401) return wrongPassword()
  if (status >= 300 && status < 400)
    return strangeAnswer('The server sent a redirect. The console follows none.')
  if (status < 200 || status > 599 || STEERING.has(status)) {
    return strangeAnswer(`The server answered with status ${status}, which the console does not pass on.`)
  }
  if (!isFramed(method, status, headers)) return strangeAnswer('The server’s answer has no length.')
  // One layer can be bounded by who unpacks it; layers multiply.
  if (!/^(|identity|gzip|deflate|br|zstd)$/i.test(headers['content-encoding'] ?? '')) {
    return strangeAnswer('The server’s answer is packed in an unknown way.')
  }
  return undefined
}

/** Without length or chunks only the end of the connection ends it, and a break would look the same. */
function isFramed(method: string | undefined, status: number, headers: IncomingHttpHeaders): boolean {
  const coding = headers['transfer-encoding']
  if (coding !== undefined) return coding.toLowerCase() === 'chunked'
  return hasNoBody(method, status) || headers['content-length'] !== undefined
}

function hasNoBody(method: string | undefined, status: number): boolean {
  return method === 'HEAD' || status === 204
}

/** The headers of an answer that is passed on: these and no others. Chunks are made anew where there is no length. */
export function passedHeaders({ statusCode, headers }: EngineAnswer): Record<string, string> {
  const { 'content-length': length, 'content-encoding': encoding, 'content-type': type } = headers
  const cursor = headers['x-next-cursor']
  return {
    ...(length !== undefined && statusCode !== 204 && { 'content-length': length }),
    ...(encoding !== undefined && { 'content-encoding': encoding }),
    ...(type !== undefined && { 'content-type': passedType(type) }),
    ...(typeof cursor === 'string' && isCursor(cursor) && { 'x-next-cursor': cursor }),
    ...dataHeaders,
  }
}

/** What may name a page of a list. */
export function isCursor(text: string): boolean {
  return /^[\x21-\x7e]{1,4096}$/.test(text)
}

/** A refused WebSocket tells its status, as a refused request would, and nothing else. */
export function socketRefusal(status: number | undefined): HttpProblem {
  if (status === 401) return wrongPassword()
  const passes = status !== undefined && status >= 400 && status < 600 && !STEERING.has(status)
  return passes
    ? new HttpProblem(status, 'refused', 'The server refused the terminal.')
    : strangeAnswer(NO_SOCKET)
}

const NO_SOCKET = 'The server did not open the terminal.'

export function notUpgraded(): HttpProblem {
  return strangeAnswer(NO_SOCKET)
}

function wrongPassword(): HttpProblem {
  return new HttpProblem(
    502,
    'server-locked',
    'The server refuses the password that the console knows.',
    'kilo daemon restart',
  )
}

export function strangeAnswer(message: string): HttpProblem {
  return new HttpProblem(502, 'strange-answer', message, 'kilo doctor')
}

/** What a connection that failed means to a person. */
export function failureOf(error: unknown): HttpProblem {
  if (error instanceof HttpProblem) return error
  const code = String((error as { code?: unknown }).code)
  if (code.startsWith('HPE_')) return strangeAnswer('What the server answered is no HTTP.')
  const message = FAILURES[code] ?? 'The server closed the connection.'
  return new HttpProblem(502, 'server-unreachable', message, 'kilo daemon start')
}

const FAILURES: Record<string, string> = {
  ECONNREFUSED: 'The server is not running.',
  'not-listening': 'The server is not running.',
  'other-listener': 'Another program listens on its port now.',
}
