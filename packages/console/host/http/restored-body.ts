import type { IncomingMessage } from 'node:http'
import { parseBounded } from '@kilo-console/engine/edge/bounded-json'
import { jsonLimits } from '@kilo-console/engine/edge/limits'
import { takesSecrets } from '@kilo-console/engine/secrets/routes'
import type { Asked } from './asked.ts'
import { HttpProblem } from './problem.ts'
import type { Secrets } from './secrets.ts'

/** Configuration is kilobytes, a patch of many files megabytes. */
const MAX_BYTES = 16 << 20

/**
 * What is to be written, with what was hidden put back: a mark that reached a file would be the end of a key. Undefined for a request that writes
 * nothing of the kind, whose body is not read. Throws 409 `hidden-value`, 413 `too-large`, 415 `packed-body`, 400 `bad-json`.
 */
export async function restoredBody(
  req: IncomingMessage,
  { method, route }: Asked,
  secrets: Secrets,
): Promise<Buffer | undefined> {
  if (!takesSecrets(method, route)) return undefined
  if (req.headers['content-encoding'] !== undefined)
    throw new HttpProblem(415, 'packed-body', 'What is written down is not taken packed.')
  const bytes = await readBytes(req)
  if (bytes.length === 0) return bytes
  const text = bytes.toString('utf8')
  const body = secrets.restore(parse(text))
  // What is written now may be told in an error at once.
  secrets.redact(body)
  // Without one of these there is no mark in it, however it is written: it goes on as it came.
  return /hidden|\\u/i.test(text) ? Buffer.from(JSON.stringify(body)) : bytes
}

async function readBytes(req: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of req as AsyncIterable<Buffer>) {
    bytes += chunk.length
    if (bytes > MAX_BYTES)
      throw new HttpProblem(413, 'too-large', `The body is larger than ${MAX_BYTES} bytes.`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function parse(text: string): unknown {
  try {
    return parseBounded(text, jsonLimits.hostValues)
  } catch {
    throw new HttpProblem(400, 'bad-json', 'The body is not JSON.')
  }
}
