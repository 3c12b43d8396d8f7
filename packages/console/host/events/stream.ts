/** One connection to an engine's event stream, until it breaks. */
import { get } from 'node:http'
import { provenAgent } from '@kilo-console/daemon'
import { limitInterim } from '../http/interim.ts'
import type { Target } from '../http/proxy.ts'
import { listen } from './listen.ts'
import type { SseItem } from './sse.ts'

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

  const closed = () => {
    clearTimeout(silence)
    to.closed()
  }
  request.on('response', (answer) => {
    if (answer.statusCode !== 200) return request.destroy()
    to.opened()
    return listen(answer, target.url, { item: (item) => to.item(item), alive: () => silence.refresh() })
  })
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
