/**
 * The parts that a model is writing at this moment, whole.
 *
 * The engine announces a part, then sends its text as deltas, and stores the text only when the part ends. Whoever comes in between
 * (a reloaded tab, a session opened late) would miss the beginning; so host and app both keep the running parts, with this reducer.
 */
import type { EngineEvent } from './events.ts'

export interface LivePart {
  id: string
  sessionID: string
  messageID: string
  /** Absent when torn. */
  type?: string
  text?: string
  time?: { start?: number; end?: number }
  /** Its beginning was missed, with a cut stream: `text` is what came since, and only the engine knows the rest, once the part has ended. */
  torn?: true
}

/** Running parts by part id. */
export type LiveParts = Map<string, LivePart>

/** Of a part of text longer than this only the end is kept: 8 Mi UTF-16 units. */
const MAX_TEXT = 8 * 1024 * 1024

interface Delta {
  sessionID: string
  messageID: string
  partID: string
  field: string
  delta: string
}

function isWriting(part: LivePart): boolean {
  return (part.type === 'text' || part.type === 'reasoning') && part.time?.end === undefined
}

function append(live: LiveParts, properties: Delta): void {
  const { sessionID, messageID, partID, field, delta } = properties
  if (field !== 'text') return
  const part = live.get(partID)
  const text = (part?.text ?? '') + delta
  if (part && text.length <= MAX_TEXT) live.set(partID, { ...part, text })
  else live.set(partID, { id: partID, sessionID, messageID, text: delta, torn: true })
}

function forget(live: LiveParts, matches: (part: LivePart) => boolean): void {
  for (const [id, part] of live) if (matches(part)) live.delete(id)
}

/** Applies one event to `live`, in place. Unknown events change nothing. */
export function applyToLiveParts(live: LiveParts, event: EngineEvent): void {
  const properties = event.properties
  switch (event.type) {
    case 'message.part.updated': {
      const part = properties['part'] as LivePart
      if (isWriting(part)) live.set(part.id, part)
      else live.delete(part.id)
      return
    }
    case 'message.part.delta':
      return append(live, properties as unknown as Delta)
    case 'message.part.removed':
      live.delete(String(properties['partID']))
      return
    case 'message.removed':
      return forget(live, (part) => part.messageID === properties['messageID'])
    case 'session.idle':
    case 'session.deleted':
      return forget(live, (part) => part.sessionID === properties['sessionID'])
  }
}
