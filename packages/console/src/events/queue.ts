import type { EngineEvent } from '@kilo-console/engine/edge/event'
import type { EngineFrame } from '../../shared/events.ts'

interface DeltaFrame extends EngineFrame {
  event: EngineEvent<'message.part.delta'>
}

/** Events of which a later one about the same thing makes the earlier one worthless: the name of that thing. */
function subjectOf({ type, properties }: EngineEvent): string | undefined {
  switch (type) {
    case 'message.part.updated':
      return `${type} ${properties.part.id}`
    case 'message.updated':
    case 'session.updated':
      return `${type} ${properties.info.id}`
    case 'todo.updated':
      return `${type} ${properties.sessionID}`
    default:
      return undefined
  }
}

function isDelta(frame: EngineFrame): frame is DeltaFrame {
  return frame.event.type === 'message.part.delta'
}

function continues(earlier: DeltaFrame, later: EngineFrame): later is DeltaFrame {
  if (!isDelta(later) || earlier.server !== later.server) return false
  const a = earlier.event.properties
  const b = later.event.properties
  return a.partID === b.partID && a.field === b.field
}

function joined(earlier: DeltaFrame, later: DeltaFrame): DeltaFrame {
  const delta = earlier.event.properties.delta + later.event.properties.delta
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
    const subject = subjectOf(frame.event)
    const next = kept.at(-1)
    if (subject !== undefined) {
      const key = `${frame.server} ${subject}`
      if (settled.has(key)) continue
      settled.add(key)
      // Todos count in a session that is listed by then.
      if (frame.event.type === 'todo.updated')
        settled.delete(`${frame.server} session.updated ${frame.event.properties.sessionID}`)
    } else if (isDelta(frame)) {
      if (settled.has(`${frame.server} message.part.updated ${frame.event.properties.partID}`)) continue
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
