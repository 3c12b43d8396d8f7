/**
 * What models are writing right now, on every server. Between a part's beginning and its end `GET /session/{id}/message` answers with the empty part
 * (measured on 7.7.7): without this, a page reloaded in the middle of an answer shows it only when it is over (faults.md 48).
 */
import type { EngineEvent } from '../../shared/events.ts'
import { applyToLiveParts, type LivePart, type LiveParts } from '../../shared/live-parts.ts'
import type { EngineMessage } from './engine-event.ts'

/** UTF-16 units for each server; the part that began first gives way. */
const MAX_SIZE = 16 * 1024 * 1024
/** What a part costs besides its text. */
const PART_SIZE = 512

export interface LiveMessage extends EngineMessage {
  server: string
}

export interface LiveText {
  apply(server: string, message: EngineMessage): void
  forget(server: string): void
  /** For each part in flight the one event that makes a tab know of it what we know. */
  messages(server?: string): LiveMessage[]
}

interface Writing {
  parts: LiveParts
  /** Directories of sessions that have such parts. */
  directories: Map<string, string | undefined>
}

export function createLiveText(maxSize: number = MAX_SIZE): LiveText {
  const servers = new Map<string, Writing>()
  return {
    apply(server, { directory, event }) {
      const writing = servers.get(server) ?? { parts: new Map(), directories: new Map() }
      servers.set(server, writing)
      const known = writing.parts.size
      applyToLiveParts(writing.parts, event)
      if (writing.parts.size > known) noteNew(writing, directory, event, maxSize)
    },
    forget: (server) => void servers.delete(server),
    messages: (server) =>
      [...servers].flatMap(([id, writing]) =>
        server === undefined || server === id ? messagesOf(id, writing) : [],
      ),
  }
}

/** Deltas are many and parts are few: bounds are looked after when a part comes. */
function noteNew(writing: Writing, directory: string | undefined, event: EngineEvent, maxSize: number): void {
  const { parts, directories } = writing
  const { sessionID } = event.properties
  if (typeof sessionID === 'string') directories.set(sessionID, directory)
  const sizeOf = (text = '') => PART_SIZE + text.length
  let size = [...parts.values()].reduce((sum, part) => sum + sizeOf(part.text), 0)
  for (const [id, part] of parts) {
    if (size <= maxSize) break
    parts.delete(id)
    size -= sizeOf(part.text)
  }
  const sessions = new Set([...parts.values()].map((part) => part.sessionID))
  for (const known of directories.keys()) if (!sessions.has(known)) directories.delete(known)
}

function messagesOf(server: string, { parts, directories }: Writing): LiveMessage[] {
  return [...parts.values()].map((part) => {
    const directory = directories.get(part.sessionID)
    return { server, event: eventOf(part), ...(directory === undefined ? {} : { directory }) }
  })
}

/** Of a torn part we know no more than a tab would that came with us: a delta is all there is. */
function eventOf(part: LivePart): EngineEvent {
  const { id, sessionID, messageID, text, torn } = part
  if (!torn) return { type: 'message.part.updated', properties: { sessionID, part } }
  const properties = { sessionID, messageID, partID: id, field: 'text', delta: text }
  return { type: 'message.part.delta', properties }
}
