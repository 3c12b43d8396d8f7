/** What a browser would make of an answer of the host. Node's strict parser reads it, so that it is HTTP in the first place. */
import { Agent, request, type IncomingMessage, type RequestOptions } from 'node:http'

export interface Heard {
  status: number
  reason: string
  headers: IncomingMessage['headers']
  body: Buffer
  /** `cut`: the connection broke before the answer's end. `opened`: a WebSocket. */
  end: 'whole' | 'cut' | 'opened'
}

const MOST_KEPT = 1 << 20

/** Rejects when no answer comes at all, or when it is no HTTP. */
export function ask(url: string, options: RequestOptions, body?: string): Promise<Heard> {
  return new Promise((resolve, reject) => {
    const sent = request(url, options)
    sent.on('error', reject)
    sent.on('response', (answer) => hear(answer, resolve))
    sent.on('upgrade', (answer, socket) => {
      socket.destroy()
      resolve({ ...partsOf(answer), body: Buffer.alloc(0), end: 'opened' })
    })
    sent.end(body)
  })
}

/** One connection, as a browser keeps it between two requests. */
export function oneConnection(): Agent {
  return new Agent({ keepAlive: true, maxSockets: 1 })
}

function partsOf({ statusCode = 0, statusMessage = '', headers }: IncomingMessage) {
  return { status: statusCode, reason: statusMessage, headers }
}

function hear(answer: IncomingMessage, resolve: (heard: Heard) => void): void {
  const chunks: Buffer[] = []
  let kept = 0
  const over = () =>
    resolve({ ...partsOf(answer), body: Buffer.concat(chunks), end: answer.complete ? 'whole' : 'cut' })
  answer.on('data', (chunk: Buffer) => {
    kept += chunk.length
    // Of an answer without end the beginning is enough.
    if (kept > MOST_KEPT) answer.destroy()
    else chunks.push(chunk)
  })
  answer.on('error', () => undefined)
  answer.on('close', over)
}
