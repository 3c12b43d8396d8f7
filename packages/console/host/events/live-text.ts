/**
 * What models are writing right now, on every server. Between a part's beginning and its end `GET /session/{id}/message` answers with the empty part
 * (measured on 7.7.7): without this, a page reloaded in the middle of an answer shows it only when it is over (faults.md 48).
 */
import { BoundedParts } from '../../shared/bounded-parts.ts'
import type { EngineEvent } from '@kilo-console/engine/edge/event'
import { hostLimits } from '@kilo-console/engine/edge/limits'
import { applyToLiveParts, type LivePart } from '../../shared/live-parts.ts'
import type { EngineMessage } from './engine-event.ts'

export interface LiveMessage extends EngineMessage {
  server: string
}

export interface LiveText {
  apply(server: string, message: EngineMessage): void
  forget(server: string): void
  /** For each part in flight the one event that makes a tab know of it what we know. */
  messages(server?: string): LiveMessage[]
  /** What all parts of all servers cost together, in UTF-16 units. */
  total(): number
}

export interface LiveTextBudget {
  parts: number
  /** Of one server, and of all: the server that has most gives way. */
  size: number
  sizeOfAll: number
}

const BUDGET: LiveTextBudget = {
  parts: hostLimits.liveParts,
  size: hostLimits.liveText,
  sizeOfAll: hostLimits.liveTextOfAll,
}

interface Writing {
  parts: BoundedParts
  /** Directories of sessions that have such parts, the one that was heard of last at the end. */
  directories: Map<string, string | undefined>
}

export function makeLiveText(budget: LiveTextBudget = BUDGET): LiveText {
  const servers = new Map<string, Writing>()
  // There are as many servers as there are ports to look at: twenty.
  const total = () => [...servers.values()].reduce((sum, { parts }) => sum + parts.total, 0)
  const largest = () => [...servers.values()].reduce((a, b) => (b.parts.total > a.parts.total ? b : a)).parts

  function writingOf(server: string): Writing {
    const known = servers.get(server)
    if (known) return known
    const writing = { parts: new BoundedParts(budget), directories: new Map() }
    servers.set(server, writing)
    return writing
  }

  return {
    apply(server, { directory, event }) {
      const writing = writingOf(server)
      applyToLiveParts(writing.parts, event)
      if (!isText(event)) return
      notePlace(writing, directory, event.properties.sessionID, budget.parts)
      while (total() > budget.sizeOfAll) largest().dropFirst()
    },
    forget: (server) => void servers.delete(server),
    messages: (server) =>
      [...servers].flatMap(([id, writing]) =>
        server === undefined || server === id ? messagesOf(id, writing) : [],
      ),
    total,
  }
}

/** Whatever else is said makes running parts fewer. */
const isText = (event: EngineEvent): event is EngineEvent<'message.part.updated' | 'message.part.delta'> =>
  event.type === 'message.part.updated' || event.type === 'message.part.delta'

/** There are no more sessions with a running part than there are running parts, and one that is heard of again is no old one. */
function notePlace(
  { directories }: Writing,
  directory: string | undefined,
  sessionId: string,
  most: number,
): void {
  directories.delete(sessionId)
  directories.set(sessionId, directory)
  for (const oldest of directories.keys()) {
    if (directories.size <= most) break
    directories.delete(oldest)
  }
}

function messagesOf(server: string, { parts, directories }: Writing): LiveMessage[] {
  return [...parts.values()].map((part) => {
    const directory = directories.get(part.sessionID)
    return { server, event: eventOf(part), ...(directory === undefined ? {} : { directory }) }
  })
}

/** Of a torn part we know no more than a tab would that came with us: a delta is all there is. */
function eventOf(part: LivePart): EngineEvent {
  const { id, sessionID, messageID, text } = part
  if (!part.torn) return { type: 'message.part.updated', properties: { sessionID, part } }
  const properties = { sessionID, messageID, partID: id, field: 'text', delta: text }
  return { type: 'message.part.delta', properties }
}
