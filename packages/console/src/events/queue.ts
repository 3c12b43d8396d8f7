import type { EngineEvent, EngineFrame } from '../../shared/events.ts'

/** Events of which a later one about the same thing makes the earlier one worthless: how to name that thing. */
const subjects: Record<string, (properties: Record<string, unknown>) => unknown> = {
  'message.part.updated': ({ part }) => (part as { id: string }).id,
  'message.updated': ({ info }) => (info as { id: string }).id,
  'session.updated': ({ info }) => (info as { id: string }).id,
  'todo.updated': ({ sessionID }) => sessionID,
}

function subjectOf({ type, properties }: EngineEvent): string | undefined {
  const name = subjects[type]
  return name && `${type} ${String(name(properties))}`
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
    const part = `${frame.server} message.part.updated ${String(frame.event.properties['partID'])}`
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
