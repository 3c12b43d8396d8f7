/** How the body of an engine's answer goes on: configuration and faults are read whole and redacted, other texts masked as they pass. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { Transform } from 'node:stream'
import { createGzip, constants } from 'node:zlib'
import { parseBounded } from '@kilo-console/engine/edge/bounded-json'
import { jsonLimits, pageLimits } from '@kilo-console/engine/edge/limits'
import { tellsConfig } from '@kilo-console/engine/secrets/routes'
import { passedHeaders, strangeAnswer, type EngineAnswer } from './answer.ts'
import type { Asked } from './asked.ts'
import { sendPackedJson } from './packed-json.ts'
import { dataHeaders } from './problem.ts'
import { noMoreThan, readBytes } from './read-bytes.ts'
import type { Masking, Secrets } from './secrets.ts'
import { chooseEncoding } from './static-headers.ts'

export interface Passing {
  answer: IncomingMessage
  asked: Asked
  secrets: Secrets | undefined
}

type Passage = 'plain' | 'masked' | 'config' | 'fault'

/** PURE. A fault may quote a file of configuration, whatever was asked for. */
export function passageOf(
  { method, route }: Asked,
  { statusCode = 0, headers }: EngineAnswer,
  secrets: Pick<Secrets, 'isEmpty'> | undefined,
): Passage {
  if (!secrets || method === 'HEAD' || statusCode === 204) return 'plain'
  const type = headers['content-type'] ?? ''
  const isJson = /json/i.test(type)
  if (isJson && (statusCode >= 400 || /\/warnings\/?$/.test(route))) return 'fault'
  if ((isJson || type === '') && tellsConfig(route)) return 'config'
  const isText = type === '' || /^text\/|json|xml|script/i.test(type)
  return isText && !secrets.isEmpty ? 'masked' : 'plain'
}

/** Rejects with `HttpProblem` for what cannot be read. */
export async function passBody(req: IncomingMessage, res: ServerResponse, passing: Passing): Promise<void> {
  const { answer, asked, secrets } = passing
  const passage = passageOf(asked, answer, secrets)
  if (!secrets || passage === 'plain') return passPlain(res, answer)
  if (!/^(|identity)$/i.test(answer.headers['content-encoding'] ?? ''))
    throw strangeAnswer('The server’s answer is packed, and was to come as it is.')
  if (passage === 'masked') return passMasked(req, res, answer, secrets)
  const tooLarge = () => strangeAnswer('The server’s answer is too large.')
  const text = (await readBytes(answer, noMoreThan(pageLimits.answerBytes, tooLarge))).toString('utf8')
  if (text === '') return void res.writeHead(answer.statusCode ?? 502, dataHeaders).end()
  const value = parse(text)
  const { 'x-next-cursor': cursor } = passedHeaders(answer)
  if (cursor !== undefined) res.setHeader('x-next-cursor', cursor)
  const shown = passage === 'fault' ? secrets.redactFault(value) : secrets.redact(value)
  return sendPackedJson(req, res, shown, answer.statusCode)
}

function passPlain(res: ServerResponse, answer: IncomingMessage): void {
  res.statusCode = answer.statusCode ?? 502
  res.setHeaders(new Headers(passedHeaders(answer)))
  answer.pipe(res)
}

function passMasked(
  req: IncomingMessage,
  res: ServerResponse,
  answer: IncomingMessage,
  secrets: Secrets,
): void {
  const { 'content-length': _, ...headers } = passedHeaders(answer)
  const type = headers['content-type'] ?? ''
  const masked = answer.pipe(
    maskingStream(secrets.masking(/json|event-stream/i.test(type) ? 'json' : 'bytes')),
  )
  res.statusCode = answer.statusCode ?? 502
  res.setHeaders(new Headers(headers))
  // An event that waits for others to be packed with it would come too late.
  const isStream = type === 'text/event-stream'
  if (isStream || chooseEncoding(req.headers['accept-encoding']) === 'identity') masked.pipe(res)
  else {
    res.setHeader('content-encoding', 'gzip')
    masked.pipe(createGzip({ level: constants.Z_BEST_SPEED })).pipe(res)
  }
}

function maskingStream(masking: Masking): Transform {
  return new Transform({
    transform(chunk: Buffer, _, done) {
      done(null, Buffer.from(masking.push(chunk.toString('latin1')), 'latin1'))
    },
    flush(done) {
      done(null, Buffer.from(masking.end(), 'latin1'))
    },
  })
}

function parse(text: string): unknown {
  try {
    return parseBounded(text, jsonLimits.pageValues)
  } catch {
    throw strangeAnswer('The server’s answer is no JSON that can be read.')
  }
}
