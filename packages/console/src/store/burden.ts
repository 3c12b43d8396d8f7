import { pageLimits } from '@kilo-console/engine/edge/limits'
import type { EngineFrame } from '../../shared/events.ts'

export interface Burden {
  /** Whether so much of this server was taken since its conversations were read that they should be read anew. `size`: UTF-16 units. */
  add(frame: EngineFrame, size: number): boolean
  forget(serverId: string): void
}

/** What events may have added to the state of each server since it was last read. Reading it anew is what takes out all that is gone. */
export function makeBurden(most: number = pageLimits.eventSize): Burden {
  const burdens = new Map<string, number>()
  return {
    add({ server, event }, size) {
      const cost = event.type === 'message.part.delta' ? size : size + pageLimits.eventCost
      const burden = (burdens.get(server) ?? 0) + cost
      burdens.set(server, burden > most ? 0 : burden)
      return burden > most
    },
    forget: (serverId) => void burdens.delete(serverId),
  }
}
