/** Asks an engine, bounded in time and bytes, and sends nothing to anybody else. */
import { request } from 'node:http'
import { provenAgent, type Owner } from '@kilo-console/daemon'
import { parseBounded } from '@kilo-console/engine/edge/bounded-json'
import { jsonLimits } from '@kilo-console/engine/edge/limits'

export interface CheckedEngine {
  /** `http://127.0.0.1:4097` */
  url: string
  /** The whole header, for an engine that wants one. */
  authorization?: string
  owner: Owner
}

export interface EngineAnswer {
  status: number
  /** Undefined: no JSON. */
  value: unknown
}

const MOST_BYTES = 32 * 1024 * 1024

interface Asked {
  body?: object
  signal: AbortSignal
}

/** Rejects when it gives no answer. */
export function askEngine(
  { url, authorization, owner }: CheckedEngine,
  method: 'GET' | 'POST' | 'DELETE',
  path: string,
  { body, signal }: Asked,
): Promise<EngineAnswer> {
  const bytes = body && Buffer.from(JSON.stringify(body))
  const headers = {
    ...(authorization !== undefined && { authorization }),
    ...(bytes && { 'content-type': 'application/json', 'content-length': bytes.length }),
  }
  return new Promise((resolve, reject) => {
    const sent = request(url + path, { method, headers, signal, agent: provenAgent(owner) }, (answer) => {
      const chunks: Buffer[] = []
      let size = 0
      answer.on('data', (chunk: Buffer) => {
        size += chunk.length
        if (size > MOST_BYTES) sent.destroy(new Error('the engine answered too much'))
        else chunks.push(chunk)
      })
      answer.on('end', () =>
        resolve({ status: answer.statusCode ?? 0, value: parsed(Buffer.concat(chunks)) }),
      )
      answer.on('error', reject)
    })
    sent.on('error', reject)
    sent.once('close', () => reject(new Error('the engine gave no answer')))
    sent.end(bytes)
  })
}

function parsed(bytes: Buffer): unknown {
  try {
    return parseBounded(bytes.toString('utf8'), jsonLimits.hostValues)
  } catch {
    return undefined
  }
}
