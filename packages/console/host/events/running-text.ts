/** Text that is being written, without secrets that come in pieces: what may be the beginning of one waits for what follows it. */
import type { Masking, Secrets } from '../http/secrets.ts'
import type { EngineMessage } from './engine-event.ts'

/** Parts with something held back at the same time; of the oldest it is given up, for the engine sends every part whole when it ends. */
const MOST_PARTS = 500

export interface RunningText {
  /** The message as it may go on; undefined: nothing of it yet. */
  masked(message: EngineMessage): EngineMessage | undefined
}

export function makeRunningText(secrets: Pick<Secrets, 'masking'>): RunningText {
  const holding = new Map<string, Masking>()

  function write(key: string, delta: string): string {
    const masking = holding.get(key) ?? secrets.masking('text')
    const said = masking.push(delta)
    if (masking.isHolding) holding.set(key, masking)
    else holding.delete(key)
    const [oldest] = holding.keys()
    if (holding.size > MOST_PARTS && oldest !== undefined) holding.delete(oldest)
    return said
  }

  return {
    masked(message) {
      const { event } = message
      // Whole now, or gone.
      if (event.type === 'message.part.updated') holding.delete(event.properties.part.id)
      if (event.type === 'message.part.removed') holding.delete(event.properties.partID)
      if (event.type !== 'message.part.delta' || event.properties.field !== 'text') return message
      const { partID, delta } = event.properties
      const said = write(partID, delta)
      if (said === delta) return message
      if (said === '') return undefined
      return { ...message, event: { ...event, properties: { ...event.properties, delta: said } } }
    },
  }
}
