import type { EngineEvent } from '@kilo-console/engine/edge/event'
import { sampleEvent } from '@kilo-console/engine/testing/sample-event'
import type { LiveParts } from '../../shared/live-parts.ts'

/** For tests: running parts as a tab that comes is told of them. */
export function liveEvents(live: LiveParts): EngineEvent[] {
  return [...live.values()].map(({ torn, ...part }) => {
    const { id: partID, messageID, sessionID, text: delta } = part
    return torn
      ? sampleEvent('message.part.delta', { sessionID, messageID, partID, field: 'text', delta })
      : sampleEvent('message.part.updated', { sessionID, part })
  })
}
