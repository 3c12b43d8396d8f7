/** Reads the small JSON bodies that the host itself takes; the engine's bodies are streamed and never pass here. */
import type { IncomingMessage } from 'node:http'
import { parseBounded } from '@kilo-console/engine/edge/bounded-json'
import { jsonLimits } from '@kilo-console/engine/edge/limits'
import { HttpProblem } from './problem.ts'
import { noMoreThan, readBytes } from './read-bytes.ts'

const MAX_BYTES = 4096

/**
 * The body as an object. Wants `content-type: application/json`, because a form on a foreign page can't send that without asking.
 * Errors: 415 `not-json`, 413 `too-large`, 400 `bad-json`, also for what is nested too deeply.
 */
export async function readJsonBody(
  req: IncomingMessage,
  mostBytes = MAX_BYTES,
): Promise<Record<string, unknown>> {
  if (!/^application\/json\s*(;|$)/i.test(req.headers['content-type'] ?? '')) {
    throw new HttpProblem(415, 'not-json', 'This route takes application/json.')
  }
  return parseObject((await readBody(req, mostBytes)).toString('utf8'))
}

/** Throws 413 `too-large`. */
export function readBody(req: IncomingMessage, mostBytes: number): Promise<Buffer> {
  const tooLarge = () => new HttpProblem(413, 'too-large', `The body is larger than ${mostBytes} bytes.`)
  return readBytes(req, noMoreThan(mostBytes, tooLarge))
}

function parseObject(text: string): Record<string, unknown> {
  let value: unknown
  try {
    value = parseBounded(text, jsonLimits.hostValues)
  } catch {
    throw new HttpProblem(400, 'bad-json', 'The body is not JSON, or is too intricate.')
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new HttpProblem(400, 'bad-json', 'The body is not a JSON object.')
  }
  return value as Record<string, unknown>
}
