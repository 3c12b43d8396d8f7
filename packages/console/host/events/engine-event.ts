/** PURE: what the engine puts into one frame of `GET /global/event` (engine.md, "Events"). */
import type { EngineEvent } from '../../shared/events.ts'

export interface EngineMessage {
  directory?: string
  event: EngineEvent
}

export type Heard = EngineMessage | 'heartbeat' | 'ignored'

/** `ignored`: the `sync` double of another event, or nothing that we understand. The first frame of a stream counts as a heartbeat. */
export function parseEngineEvent(data: string): Heard {
  const frame = parseObject(data)
  const payload = objectOf(frame?.['payload'])
  const type = payload?.['type']
  if (typeof type !== 'string' || type === 'sync') return 'ignored'
  if (type === 'server.heartbeat' || type === 'server.connected') return 'heartbeat'
  const event = { type, properties: objectOf(payload?.['properties']) ?? {} }
  const directory = frame?.['directory']
  return typeof directory === 'string' && directory !== 'global' ? { directory, event } : { event }
}

function parseObject(text: string): Record<string, unknown> | null {
  try {
    return objectOf(JSON.parse(text))
  } catch {
    return null
  }
}

function objectOf(value: unknown): Record<string, unknown> | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : null
}
