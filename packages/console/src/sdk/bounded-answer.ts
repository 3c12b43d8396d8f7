import { boundedJson } from '@kilo-console/engine/edge/bounded-json'
import { jsonLimits, pageLimits } from '@kilo-console/engine/edge/limits'
import { request } from './request.ts'

/** Of these an answer has no body, and may be given none (Fetch, "null body status"); a browser that is watched shows an empty one all the same. */
const BODILESS = new Set([204, 205, 304])

/** `request`, for the answers of an engine: bounded in bytes, in depth and in the number of values, before anybody parses them. */
export async function requestBounded(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const { body, status, statusText, headers } = await request(input, init)
  if (!body || BODILESS.has(status)) return new Response(null, { status, statusText, headers })
  const text = boundedJson(await readText(body), jsonLimits.pageValues)
  return new Response(text, { status, statusText, headers })
}

async function readText(body: ReadableStream<Uint8Array>): Promise<string> {
  const reader = body.getReader()
  const decoder = new TextDecoder()
  const pieces: string[] = []
  let bytes = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return pieces.join('') + decoder.decode()
    bytes += value.length
    if (bytes > pageLimits.answerBytes) {
      await reader.cancel()
      throw new Error('The server’s answer is too large.')
    }
    pieces.push(decoder.decode(value, { stream: true }))
  }
}
