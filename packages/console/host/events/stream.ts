/** One connection to an engine's event stream, until it breaks. */
import { get, type IncomingMessage } from 'node:http'
import { provenAgent } from '@kilo-console/daemon'
import { limitInterim } from '../http/interim.ts'
import type { Target } from '../http/proxy.ts'
import { createSseParser, type SseItem } from './sse.ts'

export interface StreamListener {
  opened(): void
  item(item: SseItem): void
  /** Once, for whatever reason but `dispose`: refused, another status than 200, ended, broken, silent for too long. */
  closed(): void
}

/**
 * Opens at once. Silence is a dead connection, whatever the socket says: after the machine slept, or with a wedged engine, TCP itself
 * would notice in minutes (faults.md 47). Returns how to end it.
 */
export function makeStream(target: Target, silenceMs: number, to: StreamListener): () => void {
  // Proven anew for each: who reconnects may find somebody else on the port.
  const agent = provenAgent(target.owner)
  const request = get(`${target.url}/global/event`, { agent, headers: headersFor(target) })
  limitInterim(request)
  const silence = setTimeout(() => request.destroy(), silenceMs)

  function listen(answer: IncomingMessage): void {
    const parser = createSseParser()
    to.opened()
    answer.on('data', (chunk: Buffer) => {
      silence.refresh()
      contained(() => parser.push(chunk).forEach((item) => to.item(item)))
    })
    // Every error of either ends in the request's `close`.
    answer.on('error', () => undefined)
  }

  /** Whatever goes wrong with what one server says ends this stream, and nothing else: an error in a listener would end the process. */
  function contained(work: () => void): void {
    try {
      work()
    } catch (error) {
      process.stderr.write(`kilo: an event of ${target.url} failed: ${String(error)}\n`)
      request.destroy()
    }
  }

  const closed = () => {
    clearTimeout(silence)
    to.closed()
  }
  request.on('response', (answer) => (answer.statusCode === 200 ? listen(answer) : request.destroy()))
  request.on('error', () => undefined)
  request.once('close', closed)
  return () => {
    request.off('close', closed)
    clearTimeout(silence)
    request.destroy()
  }
}

function headersFor({ authorization }: Target): Record<string, string> {
  const accept = 'text/event-stream'
  return authorization === undefined ? { accept } : { accept, authorization }
}
