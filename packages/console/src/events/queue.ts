import type { EngineEvent, EngineFrame } from '../../shared/events.ts'

/** Events of which a later one about the same thing makes the earlier one worthless. */
function subjectOf({ type, properties }: EngineEvent): string | undefined {
  switch (type) {
    case 'message.part.updated':
      return `part ${String((properties['part'] as { id: string }).id)}`
    case 'message.updated':
      return `message ${String((properties['info'] as { id: string }).id)}`
    case 'session.updated':
      return `session ${String((properties['info'] as { id: string }).id)}`
    case 'session.status':
      return `status ${String(properties['sessionID'])}`
    case 'todo.updated':
      return `todo ${String(properties['sessionID'])}`
  }
  return undefined
}

function isDelta(frame: EngineFrame): boolean {
  return frame.event.type === 'message.part.delta'
}

function continues(earlier: EngineFrame, later: EngineFrame): boolean {
  if (!isDelta(earlier) || !isDelta(later) || earlier.server !== later.server) return false
  const a = earlier.event.properties
  const b = later.event.properties
  return a['partID'] === b['partID'] && a['field'] === b['field']
}

function joined(earlier: EngineFrame, later: EngineFrame): EngineFrame {
  const delta = String(earlier.event.properties['delta']) + String(later.event.properties['delta'])
  return { ...later, event: { ...later.event, properties: { ...later.event.properties, delta } } }
}

/**
 * Folds what arrived within one animation frame: neighbouring deltas of one part become one, and of several full updates of one thing
 * only the last stays, at its own place. A delta between two updates of its part is part of the later update and is dropped with it.
 */
export function coalesce(frames: readonly EngineFrame[]): EngineFrame[] {
  const settled = new Set<string>()
  const kept: EngineFrame[] = []
  for (const frame of frames.toReversed()) {
    const key = `${frame.server} ${subjectOf(frame.event) ?? ''}`
    const part = `${frame.server} part ${String(frame.event.properties['partID'])}`
    const next = kept.at(-1)
    if (subjectOf(frame.event) !== undefined) {
      if (settled.has(key)) continue
      settled.add(key)
    } else if (isDelta(frame)) {
      if (settled.has(part)) continue
      if (next && continues(frame, next)) {
        kept[kept.length - 1] = joined(frame, next)
        continue
      }
    } else {
      // Anything else is a boundary: what was removed or created in between must keep its order.
      settled.clear()
    }
    kept.push(frame)
  }
  return kept.toReversed()
}
