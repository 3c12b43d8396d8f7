import type {
  EventMessagePartDelta,
  EventMessagePartRemoved,
  EventMessagePartUpdated,
  EventMessageRemoved,
  EventMessageUpdated,
  Message,
  Part,
  ReasoningPart,
  TextPart,
} from '@kilocode/sdk/v2/client'
import type { EngineEvent } from '../../shared/events.ts'
import type { LiveParts } from '../../shared/live-parts.ts'
import { removeById, upsert } from './sorted.ts'
import type { Torn, Transcript } from './types.ts'

function byTime(a: Message, b: Message): number {
  return a.time.created - b.time.created || (a.id < b.id ? -1 : 1)
}

/** What the user sent is in the transcript now: the first pending prompt of that text has arrived. */
function settlePending(draft: Transcript, part: Part): void {
  if (part.type !== 'text' || draft.pending.length === 0) return
  const author = draft.messages.find((message) => message.id === part.messageID)
  if (author?.role !== 'user') return
  const at = draft.pending.findIndex((pending) => pending.text === part.text && !pending.problem)
  if (at >= 0) draft.pending.splice(at, 1)
}

function isText(part: Part): part is TextPart | ReasoningPart {
  return part.type === 'text' || part.type === 'reasoning'
}

function putPart(draft: Transcript, part: Part): void {
  const parts = (draft.parts[part.messageID] ??= [])
  upsert(parts, part)
  settlePending(draft, part)
}

function addDelta(draft: Transcript, properties: EventMessagePartDelta['properties'], live: LiveParts): void {
  if (properties.field !== 'text') return
  const known = draft.parts[properties.messageID]?.find((part) => part.id === properties.partID)
  const running = live.get(properties.partID)
  if (known && isText(known)) {
    if (running?.torn && known.text === '') known.torn = true
    known.text += properties.delta
  } else if (running && !running.torn) {
    putPart(draft, { ...running } as Part)
  }
}

/**
 * Applies one event to the transcript of its session, in place. `live` holds the running parts whole, this event included: the
 * beginning of a part that the transcript has not seen comes from there. Other events change nothing.
 */
export function reduceTranscript(
  draft: Transcript,
  { type, properties }: EngineEvent,
  live: LiveParts,
): void {
  switch (type) {
    case 'message.updated': {
      const { info } = properties as EventMessageUpdated['properties']
      upsert(draft.messages, info, byTime)
      return
    }
    case 'message.removed': {
      const { messageID } = properties as EventMessageRemoved['properties']
      removeById(draft.messages, messageID)
      delete draft.parts[messageID]
      return
    }
    case 'message.part.updated':
      return putPart(draft, (properties as EventMessagePartUpdated['properties']).part)
    case 'message.part.removed': {
      const { messageID, partID } = properties as EventMessagePartRemoved['properties']
      removeById(draft.parts[messageID] ?? [], partID)
      return
    }
    case 'message.part.delta':
      return addDelta(draft, properties as EventMessagePartDelta['properties'], live)
  }
}

export interface Page {
  info: Message
  parts: Part[]
}

/**
 * Lays a page of the server's messages into the transcript, in place. Running parts are newer in `live` than in any page, ended ones never.
 * `fresh`: the page is the newest one, and what it does not hold is gone or older.
 */
export function layPage(draft: Transcript, page: readonly Page[], live: LiveParts, fresh: boolean): void {
  if (fresh) {
    draft.messages = []
    draft.parts = {}
  }
  for (const { info, parts } of page) {
    upsert(draft.messages, info, byTime)
    draft.parts[info.id] = []
    for (const part of parts) putPart(draft, withLive(part, live))
  }
  for (const part of live.values()) {
    const parts = draft.parts[part.messageID]
    if (parts && !part.torn && !parts.some((known) => known.id === part.id))
      upsert(parts, { ...part } as Part)
  }
}

/** The engine has the text of a running part only at its end: what nobody heard begin has lost what was written before. */
function withLive(part: Part, live: LiveParts): Torn<Part> {
  if (!isText(part) || part.time?.end !== undefined) return part
  const running = live.get(part.id)
  if (running && !running.torn) return { ...running } as Part
  return running || part.text === '' ? { ...part, text: running?.text ?? '', torn: true } : part
}
