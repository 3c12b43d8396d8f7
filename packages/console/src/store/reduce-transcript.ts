import type { Message, Part, ReasoningPart, TextPart } from '@kilocode/sdk/v2/client'
import type { EngineEvent, EventProperties } from '@kilo-console/engine/edge/event'
import { cutPart, type Cut } from '../../shared/cut-parts.ts'
import type { LivePart, LiveParts } from '../../shared/live-parts.ts'
import { merged, removeById, upsert } from './sorted.ts'
import type { Torn, Transcript } from './types.ts'

function byTime(a: Message, b: Message): number {
  return a.time.created - b.time.created || (a.id < b.id ? -1 : 1)
}

function isText(part: Part): part is TextPart | ReasoningPart {
  return part.type === 'text' || part.type === 'reasoning'
}

/** Text and its end come in different ways: what has ended does not grow any more. */
function isWriting(part: Part): part is Cut<Torn<TextPart | ReasoningPart>> {
  return isText(part) && part.time?.end === undefined
}

/** A copy goes in: the store changes its objects in place, and an event may be read again. */
function putPart(draft: Transcript, part: Part): void {
  upsert((draft.parts[part.messageID] ??= []), { ...part })
  // A prompt of ours has arrived as soon as there is something of it to show.
  removeById(draft.pending, part.messageID)
}

/** The text is taken whole from the running parts: nothing can be in it twice, whatever was heard or read before. */
function showRunning(part: Cut<Torn<TextPart | ReasoningPart>>, { text, torn }: LivePart) {
  part.text = text
  delete part.cut
  if (torn) part.torn = true
  else delete part.torn
}

function addDelta(
  draft: Transcript,
  properties: EventProperties['message.part.delta'],
  live: LiveParts,
): void {
  const running = live.get(properties.partID)
  if (properties.field !== 'text' || !running) return
  const known = draft.parts[properties.messageID]?.find((part) => part.id === properties.partID)
  if (!known) {
    if (!running.torn) putPart(draft, running)
  } else if (isWriting(known)) showRunning(known, running)
}

/**
 * Applies one event to the transcript of its session, in place. `live` holds the running parts whole, this event included. Other events
 * change nothing.
 */
export function reduceTranscript(
  draft: Transcript,
  { type, properties }: EngineEvent,
  live: LiveParts,
): void {
  switch (type) {
    case 'message.updated':
      return upsert(draft.messages, properties.info, byTime)
    case 'message.removed':
      removeById(draft.messages, properties.messageID)
      delete draft.parts[properties.messageID]
      return
    case 'message.part.updated':
      return putPart(draft, properties.part)
    case 'message.part.removed': {
      const parts = draft.parts[properties.messageID]
      if (parts) removeById(parts, properties.partID)
      return
    }
    case 'message.part.delta':
      return addDelta(draft, properties, live)
    case 'session.diff':
      draft.diffs = properties.diff
      return
    case 'session.queue.changed':
      draft.queue = properties.queued
      return
    case 'todo.updated':
      draft.todos = properties.todos
      return
    default: // Nothing else is about a conversation.
  }
}

export interface Page {
  info: Message
  parts: Part[]
}

/**
 * Lays a page of the server's messages into the transcript, in place, and on top of it what was heard since the page was asked for, then the
 * text that is being written. `fresh`: the page is the newest one, and what it does not hold is gone or older.
 */
export function layPage(
  draft: Transcript,
  page: readonly Page[],
  { since, live, fresh }: { since: readonly EngineEvent[]; live: LiveParts; fresh: boolean },
): void {
  const before = draft.parts
  if (fresh) {
    draft.messages = []
    draft.parts = {}
    // What was told before may be long past: the messages tell.
    delete draft.queue
  }
  // At once: to insert one after the other costs more with each page.
  draft.messages = merged(
    draft.messages,
    page.map(({ info }) => info),
    byTime,
  )
  for (const { info, parts } of page) {
    draft.parts[info.id] = merged(
      [],
      parts.map((part) => ({ ...wholeOf(part, before[info.id]) })),
    )
    if (parts.length > 0) removeById(draft.pending, info.id)
  }
  for (const event of since) reduceTranscript(draft, event, new Map())
  layRunning(draft, live, messagesOf(page, since, live))
}

/** What the reader has whole already stays whole, if it is still the same length. */
function wholeOf(part: Cut<Part>, known: readonly Cut<Part>[] = []): Cut<Part> {
  if (part.cut === undefined) return part
  const whole = known.find(({ id, cut }) => id === part.id && cut === undefined)
  return whole && cutPart(whole).cut === part.cut ? whole : part
}

/** Whose running parts may have to be laid: of all others nothing has changed. */
function messagesOf(page: readonly Page[], since: readonly EngineEvent[], live: LiveParts): Set<string> {
  const heard = since.flatMap(({ type, properties }) =>
    type === 'message.part.updated' ? [properties.part.messageID] : [],
  )
  const running = [...live.values()].map(({ messageID }) => messageID)
  return new Set([...page.map(({ info }) => info.id), ...heard, ...running])
}

/** The engine has the text of a running part only at its end: what nobody heard begin has lost what was written before. */
function layRunning(draft: Transcript, live: LiveParts, ids: Iterable<string>): void {
  for (const id of ids) {
    for (const part of draft.parts[id] ?? []) {
      if (!isWriting(part)) continue
      const running = live.get(part.id)
      if (running) showRunning(part, running)
      else if (part.text === '') part.torn = true
    }
  }
  for (const part of live.values()) {
    const parts = draft.parts[part.messageID]
    if (parts && !part.torn && !parts.some(({ id }) => id === part.id)) putPart(draft, part)
  }
}

/** Lays the parts of one message whole, where they were cut: what came by events meanwhile is whole, and newer. */
export function layWhole(draft: Transcript, messageId: string, parts: readonly Part[]): void {
  const known = draft.parts[messageId]
  if (!known) return
  for (const part of parts)
    if (known.some(({ id, cut }) => id === part.id && cut !== undefined)) upsert(known, { ...part })
}
