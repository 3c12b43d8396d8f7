import type { IncomingMessage } from 'node:http'
import { parseBounded } from '@kilo-console/engine/edge/bounded-json'
import { jsonLimits } from '@kilo-console/engine/edge/limits'
import { broughtBy } from '@kilo-console/engine/secrets/routes'
import type { Asked } from './asked.ts'
import { readBody } from './body.ts'
import { HttpProblem } from './problem.ts'
import type { Secrets } from './secrets.ts'

/** Configuration is kilobytes, a patch of many files megabytes. */
const MAX_BYTES = 16 << 20

/**
 * What a request brings, with what was hidden put back: a mark that reached a file would be the end of a key, and a model that reads one writes it there.
 * Undefined for what goes on as it comes: what brings nothing of the kind, and words beside so many pictures. Throws 409 `hidden-value`, 413 `too-large`,
 * 415 `packed-body`, 400 `bad-json`.
 */
export async function restoredBody(
  req: IncomingMessage,
  { method, route }: Asked,
  secrets: Secrets,
): Promise<Buffer | undefined> {
  const brought = broughtBy(method, route)
  if (brought === undefined) return undefined
  if (brought === 'text')
    return isReadable(req) ? saidAgain(await readBody(req, MAX_BYTES), secrets) : undefined
  if (req.headers['content-encoding'] !== undefined)
    throw new HttpProblem(415, 'packed-body', 'What is written down is not taken packed.')
  const bytes = await readBody(req, MAX_BYTES)
  if (bytes.length === 0) return bytes
  const given = parse(bytes.toString('utf8'))
  const body = secrets.restore(given)
  // What is written now may be told in an error at once.
  if (brought === 'config') secrets.redact(body)
  // Numbers and doubled names are as they came, where nothing was put back.
  return body === given ? bytes : Buffer.from(JSON.stringify(body))
}

function isReadable({ headers }: IncomingMessage): boolean {
  const bytes = Number(headers['content-length'] ?? Number.NaN)
  return (
    bytes > 0 &&
    bytes <= MAX_BYTES &&
    headers['content-encoding'] === undefined &&
    /json/i.test(headers['content-type'] ?? '')
  )
}

function saidAgain(bytes: Buffer, secrets: Secrets): Buffer {
  return bytes.includes('{hidden:') ? Buffer.from(secrets.restoreText(bytes.toString('utf8'))) : bytes
}

function parse(text: string): unknown {
  try {
    return parseBounded(text, jsonLimits.hostValues)
  } catch {
    throw new HttpProblem(400, 'bad-json', 'The body is not JSON.')
  }
}
