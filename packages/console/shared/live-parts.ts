/**
 * The parts that a model is writing at this moment, whole.
 *
 * The engine announces a part, then sends its text as deltas, and stores the text only when the part ends. Whoever comes in between
 * (a reloaded tab, a session opened late) would miss the beginning; so host and app both keep the running parts, with this reducer.
 */
import type { Part, ReasoningPart, TextPart } from '@kilocode/sdk/v2/client'
import type { EventProperties, EngineEvent } from '@kilo-console/engine/edge/event'
import { hostLimits } from '@kilo-console/engine/edge/limits'
import { endOf, grown } from './growing-text.ts'

type WholePart = (TextPart | ReasoningPart) & { torn?: never }

/** Its beginning is missing: `text` is what came since, and only the engine knows the rest, once the part has ended. */
interface TornPart {
  id: string
  sessionID: string
  messageID: string
  text: string
  torn: true
}

export type LivePart = WholePart | TornPart

/** Running parts by part id. */
export type LiveParts = Map<string, LivePart>

/** Of a part of text longer than this only the end is kept. */
const MAX_TEXT = hostLimits.liveTextOfPart

function isWriting(part: Part): part is TextPart | ReasoningPart {
  return (part.type === 'text' || part.type === 'reasoning') && part.time?.end === undefined
}

/** Half is given up at once, so that not every further delta costs a copy. */
function torn({ id, sessionID, messageID, text }: LivePart): TornPart {
  return { id, sessionID, messageID, text: endOf(text, MAX_TEXT / 2), torn: true }
}

function put(live: LiveParts, part: LivePart): void {
  live.set(part.id, part.text.length > MAX_TEXT ? torn(part) : part)
}

function append(live: LiveParts, properties: EventProperties['message.part.delta']): void {
  const { sessionID, messageID, partID, field, delta } = properties
  if (field !== 'text') return
  const part = live.get(partID) ?? { id: partID, sessionID, messageID, text: '', torn: true }
  put(live, { ...part, text: grown(part.text, delta) })
}

function forget(live: LiveParts, matches: (part: LivePart) => boolean): void {
  for (const [id, part] of live) if (matches(part)) live.delete(id)
}

/** Applies one event to `live`, in place. Other events change nothing. */
export function applyToLiveParts(live: LiveParts, { type, properties }: EngineEvent): void {
  switch (type) {
    case 'message.part.updated': {
      const { part } = properties
      if (isWriting(part)) put(live, part)
      else live.delete(part.id)
      return
    }
    case 'message.part.delta':
      return append(live, properties)
    case 'message.part.removed':
      live.delete(properties.partID)
      return
    case 'message.removed':
      return forget(live, (part) => part.messageID === properties.messageID)
    case 'session.idle':
    case 'session.deleted':
      return forget(live, (part) => part.sessionID === properties.sessionID)
    default: // Nothing else is about text.
  }
}
