/** Errors as a product: every refusal of the host is `{ "error": { code, message, hint } }`. */
import type { ServerResponse } from 'node:http'
import type { Problem, ProblemBody } from '../../shared/api.ts'

/** An error that a route answers with. `message` and `hint` are shown to a person: no secret, no stack. */
export class HttpProblem extends Error {
  readonly status: number
  readonly code: string
  readonly hint: string | undefined

  constructor(status: number, code: string, message: string, hint?: string) {
    super(message)
    this.status = status
    this.code = code
    this.hint = hint
  }
}

/** The same headers for every answer that is data: never cached, never sniffed, never embedded elsewhere. */
export const dataHeaders = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
} as const

function sendJson(res: ServerResponse, status: number, body: unknown): void {
  sendBytes(res, status, { bytes: Buffer.from(JSON.stringify(body)) })
}

/** The same of what is JSON already. `encoding`: how it is packed. */
export function sendBytes(
  res: ServerResponse,
  status: number,
  { bytes, encoding }: { bytes: Buffer; encoding?: 'br' | 'gzip' },
): void {
  res.writeHead(status, {
    ...dataHeaders,
    'content-type': 'application/json; charset=utf-8',
    'content-length': bytes.length,
    ...(encoding && { 'content-encoding': encoding, vary: 'accept-encoding' }),
  })
  res.end(bytes)
}

/** What may be said of an error. Anything that is not ours is a bug here: named, not spelled out. */
export function problemOf(error: unknown): Problem & { status: number } {
  if (error instanceof HttpProblem) {
    const { status, code, message, hint } = error
    return { status, code, message, ...(hint === undefined ? {} : { hint }) }
  }
  return {
    status: 500,
    code: 'host-failed',
    message: 'The console host failed on this request.',
    hint: 'kilo doctor',
  }
}

export function problemBody(error: unknown): ProblemBody {
  const { status: _status, ...problem } = problemOf(error)
  return { error: problem }
}

/** Answers with the problem, or, when an answer is already on its way, cuts it so that it never looks complete. */
export function sendProblem(res: ServerResponse, error: unknown): void {
  if (res.headersSent) {
    res.destroy()
    return
  }
  const { status } = problemOf(error)
  if (status === 429) res.setHeader('retry-after', '5')
  sendJson(res, status, problemBody(error))
}
