import { request, type IncomingMessage } from 'node:http'
import { systemCode } from './errors.ts'

/** What one bounded health request found. */
export type Probe =
  | { kind: 'healthy'; version: string }
  /** 401: it answers and wants a password. */
  | { kind: 'locked' }
  /** It answers, and not as a healthy service does. */
  | { kind: 'unhealthy'; reason: string }
  /** Nothing listens. */
  | { kind: 'refused' }
  /** It accepted, or not even that, and gave no complete answer in time. */
  | { kind: 'timeout' }

export interface ProbeOptions {
  headers?: Record<string, string>
  /** Default 2000. Over the whole exchange, so that one byte per second does not stretch it. */
  timeoutMs?: number
  /** Default 65536. */
  maxBytes?: number
  signal?: AbortSignal
}

/** Never throws. `url` is the whole health URL. Bounded in time and bytes, whatever answers (faults.md 24). */
export async function probe(url: string, options: ProbeOptions = {}): Promise<Probe> {
  const answer = await getBounded(url, options)
  if (answer.kind !== 'answer') return answer
  if (answer.status === 401) return { kind: 'locked' }
  if (answer.status !== 200) return { kind: 'unhealthy', reason: `answers ${answer.status}` }
  return judge(answer.body)
}

function judge(body: string): Probe {
  let parsed: unknown
  try {
    parsed = JSON.parse(body)
  } catch {
    return { kind: 'unhealthy', reason: 'its health answer is not JSON' }
  }
  if (typeof parsed !== 'object' || parsed === null || !('healthy' in parsed)) {
    return { kind: 'unhealthy', reason: 'its health answer is of a wrong shape' }
  }
  if (parsed.healthy !== true) return { kind: 'unhealthy', reason: 'it calls itself unhealthy' }
  const version = 'version' in parsed && typeof parsed.version === 'string' ? parsed.version : ''
  return { kind: 'healthy', version }
}

export type Answer =
  | { kind: 'answer'; status: number; body: string }
  | { kind: 'refused' }
  | { kind: 'timeout' }
  | { kind: 'unhealthy'; reason: string }

/** One GET. `node:http` rather than fetch: loading fetch costs more than the whole exchange. */
export function getBounded(url: string, options: ProbeOptions = {}): Promise<Answer> {
  const { headers = {}, timeoutMs = 2000, maxBytes = 65_536, signal } = options
  return new Promise((resolve) => {
    const end = (answer: Answer) => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', abort)
      resolve(answer)
      outgoing.destroy()
    }
    const outgoing = request(
      url,
      { agent: false, headers: { ...headers, connection: 'close' } },
      (incoming) => {
        collect(incoming, maxBytes, end)
      },
    )
    const abort = () => end({ kind: 'timeout' })
    const timer = setTimeout(abort, timeoutMs)
    signal?.addEventListener('abort', abort)
    outgoing.on('error', (error) => {
      const code = systemCode(error)
      end(
        code === 'ECONNREFUSED'
          ? { kind: 'refused' }
          : { kind: 'unhealthy', reason: `connection failed (${code ?? error.message})` },
      )
    })
    outgoing.end()
  })
}

function collect(incoming: IncomingMessage, maxBytes: number, end: (answer: Answer) => void): void {
  const chunks: Buffer[] = []
  let size = 0
  incoming.on('data', (chunk: Buffer) => {
    size += chunk.length
    if (size > maxBytes) return end({ kind: 'unhealthy', reason: `its answer exceeds ${maxBytes} bytes` })
    chunks.push(chunk)
  })
  incoming.on('end', () =>
    end({ kind: 'answer', status: incoming.statusCode ?? 0, body: Buffer.concat(chunks).toString() }),
  )
  incoming.on('error', (error) =>
    end({ kind: 'unhealthy', reason: `its answer broke off (${systemCode(error) ?? error.message})` }),
  )
}
