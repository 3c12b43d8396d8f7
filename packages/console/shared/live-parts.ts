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
  type: string
  text?: string
  time?: { start?: number; end?: number }
}

/** Running parts by part id. */
export type LiveParts = Map<string, LivePart>

/** A part of text longer than this is no longer kept whole: 8 Mi UTF-16 units. */
const MAX_TEXT = 8 * 1024 * 1024

interface Delta {
  partID: string
  field: string
  delta: string
}

function isWriting(part: LivePart): boolean {
  return (part.type === 'text' || part.type === 'reasoning') && part.time?.end === undefined
}

function append(live: LiveParts, { partID, field, delta }: Delta): void {
  const part = live.get(partID)
  if (!part || field !== 'text') return
  const text = (part.text ?? '') + delta
  if (text.length > MAX_TEXT) live.delete(partID)
  else live.set(partID, { ...part, text })
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
