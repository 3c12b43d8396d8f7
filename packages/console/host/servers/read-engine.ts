import { get, type IncomingMessage } from 'node:http'
import { provenAgent } from '@kilo-console/daemon'
import type { Target } from '../http/proxy.ts'

/** Engines read a directory for the first time in up to a second. */
const TIMEOUT_MS = 10_000
const MAX_BYTES = 32 * 1024 * 1024

/** GETs JSON from an engine with its credential, bounded in time and bytes (faults.md 24). Rejects for everything but 2xx. */
export async function readEngine<T>(target: Target, path: string): Promise<T> {
  const answer = await ask(target, path)
  const { statusCode = 0 } = answer
  if (statusCode < 200 || statusCode > 299) {
    answer.destroy()
    throw new Error(`the engine answered ${statusCode}`)
  }
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    bytes += chunk.length
    if (bytes > MAX_BYTES) throw new Error('the answer is too large')
    chunks.push(chunk)
  }
  return JSON.parse(Buffer.concat(chunks).toString('utf8')) as T
}

function ask({ url, authorization, owner }: Target, path: string): Promise<IncomingMessage> {
  const headers = authorization === undefined ? {} : { authorization }
  return new Promise((resolve, reject) => {
    const signal = AbortSignal.timeout(TIMEOUT_MS)
    get(url + path, { agent: provenAgent(owner), headers, signal }, resolve).on('error', reject)
  })
}
