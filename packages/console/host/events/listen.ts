/** What one server's event stream says, taken at the pace that it is allowed. */
import type { IncomingMessage } from 'node:http'
import { hostLimits } from '@kilo-console/engine/edge/limits'
import { makeAllowance } from './allowance.ts'
import { makeSseParser, type SseItem } from './sse.ts'

const PACE = { most: hostLimits.burstSize, perSecond: hostLimits.sizePerSecond }

export interface Ear {
  item(item: SseItem): void
  /** Something came, or was left waiting by us: the connection is not silent. */
  alive(): void
}

/**
 * Listens until the answer ends. Whatever goes wrong with what a server says ends its stream, and nothing else: thrown in the listener of a socket, it
 * would end the process.
 */
export function listen(answer: IncomingMessage, from: string, to: Ear): void {
  const parser = makeSseParser()
  const spend = makeAllowance(PACE)
  let pausing: NodeJS.Timeout | undefined

  function hear(chunk: Buffer): number {
    const items = parser.push(chunk)
    items.forEach((item) => to.item(item))
    return spend(chunk.length + items.length * hostLimits.eventCost)
  }

  /** What waits, waits in the server's socket: nothing is lost, and a flood costs its sender alone. */
  function pause(ms: number): void {
    answer.pause()
    pausing = setTimeout(() => {
      to.alive()
      answer.resume()
    }, ms)
  }

  answer.on('data', (chunk: Buffer) => {
    to.alive()
    try {
      const wait = hear(chunk)
      if (wait > 0) pause(wait)
    } catch (error) {
      process.stderr.write(`kilo: an event of ${from} failed: ${String(error)}\n`)
      answer.destroy()
    }
  })
  answer.once('close', () => clearTimeout(pausing))
  // Every error ends in the request's `close`.
  answer.on('error', () => undefined)
}
