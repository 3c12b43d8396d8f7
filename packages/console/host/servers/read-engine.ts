import type { Target } from '../http/proxy.ts'

/** Engines read a directory for the first time in up to a second. */
const TIMEOUT_MS = 10_000
const MAX_BYTES = 32 * 1024 * 1024

/** GETs JSON from an engine with its credential, bounded in time and bytes (faults.md 24). Rejects for everything but 2xx. */
export async function readEngine<T>({ url, authorization }: Target, path: string): Promise<T> {
  const headers = authorization === undefined ? {} : { authorization }
  const signal = AbortSignal.timeout(TIMEOUT_MS)
  const answer = await fetch(url + path, { headers, signal, redirect: 'error' })
  if (!answer.ok || !answer.body) throw new Error(`the engine answered ${answer.status}`)
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of answer.body) {
    bytes += chunk.length
    if (bytes > MAX_BYTES) throw new Error('the answer is too large')
    chunks.push(chunk)
  }
  return JSON.parse(Buffer.concat(chunks).toString('utf8')) as T
}
