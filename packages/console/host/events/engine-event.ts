/** PURE: what the engine puts into one frame of `GET /global/event` (engine.md, "Events"), as far as it is what it should be. */
import { bagOf, path } from '@kilo-console/engine/edge/bounds'
import { parseBounded } from '@kilo-console/engine/edge/bounded-json'
import { fitting } from '@kilo-console/engine/edge/check'
import { checkEvent, type EngineEvent } from '@kilo-console/engine/edge/event'
import { jsonLimits } from '@kilo-console/engine/edge/limits'
import type { Secrets } from '../http/secrets.ts'

export interface EngineMessage {
  directory?: string
  event: EngineEvent
}

/** `ignored`: nothing of ours reads it. `strange`: it is not what its type says, or nothing that an engine sends. */
export type Heard = EngineMessage | 'heartbeat' | 'ignored' | 'strange'

/**
 * Never throws. The first frame of a stream counts as a heartbeat; the `sync` doubles of other events are ignored. `secrets`: are hidden in what an event
 * says; which one it is, and of which folder, nothing changes.
 */
export function parseEngineEvent(data: string, secrets?: Pick<Secrets, 'maskTexts'>): Heard {
  const frame = bagOf(parsed(data))
  const { type, properties } = bagOf(frame['payload'])
  if (typeof type !== 'string') return 'strange'
  if (type === 'server.heartbeat' || type === 'server.connected') return 'heartbeat'
  const event = checkEvent(type, secrets ? secrets.maskTexts(properties) : properties)
  if (event === 'unknown') return 'ignored'
  if (event === 'strange') return 'strange'
  return placed(event, frame['directory'])
}

/** `global` is the engine's name for no directory. */
function placed(event: EngineEvent, directory: unknown): EngineMessage | 'strange' {
  if (directory === undefined || directory === null || directory === 'global') return { event }
  const place = fitting(path, directory)
  return place === undefined ? 'strange' : { directory: place, event }
}

function parsed(data: string): unknown {
  try {
    return parseBounded(data, jsonLimits.eventValues)
  } catch {
    return undefined
  }
}
