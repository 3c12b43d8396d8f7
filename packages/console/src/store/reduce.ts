import type { IndexingStatus } from '@kilocode/sdk/v2/client'
import { sessionIdOf } from '@kilo-console/engine/edge/session-id'
import type { EngineEvent } from '@kilo-console/engine/edge/event'
import type { EngineFrame } from '../../shared/events.ts'
import type { LiveParts } from '../../shared/live-parts.ts'
import { isOfRoster, reduceRoster } from '../../shared/roster/reduce.ts'
import { reduceTranscript } from './reduce-transcript.ts'
import type { ServerState, Transcript } from './types.ts'

/** Neither of the roster nor of a conversation. */
const OF_SERVER: ReadonlySet<EngineEvent['type']> = new Set([
  'tui.session.select',
  'server.instance.disposed',
  'mcp.browser.open.failed',
  'indexing.status',
])

/** Whether an event changes anything of a server's state: text that nobody looks at, most of all that comes, does not. */
export function changesState({ transcripts }: ServerState, event: EngineEvent): boolean {
  const sessionId = sessionIdOf(event)
  const isOpen = sessionId !== undefined && transcripts[sessionId] !== undefined
  return isOpen || isOfRoster(event.type) || OF_SERVER.has(event.type)
}

/**
 * Applies one frame to the state of its server, in place (a plain object in tests, Solid's `produce` draft in the app).
 * `live` has this frame's event already. `now`: Unix milliseconds. Events of sessions that are not open touch the roster alone.
 */
export function reduce(draft: ServerState, frame: EngineFrame, live: LiveParts, now: number): void {
  const { event } = frame
  const sessionId = sessionIdOf(event)
  const failed = sessionId === undefined ? undefined : draft.failed[sessionId]
  if (isOfRoster(event.type)) reduceRoster(draft, { at: now, ...frame })
  if (event.type === 'server.instance.disposed') draft.disposals += 1
  if (event.type === 'mcp.browser.open.failed')
    draft.loginPage = { seq: frame.seq, directory: frame.directory ?? '', ...event.properties }
  if (event.type === 'indexing.status' && frame.directory !== undefined)
    keepIndexing(draft.indexing, frame.directory, event.properties.status)
  if (sessionId === undefined) return
  if (event.type === 'tui.session.select') draft.selected = { sessionId }
  keepShown(draft, event)
  const transcript = draft.transcripts[sessionId]
  if (!transcript) return
  if (event.type === 'session.deleted') delete draft.transcripts[sessionId]
  else reduceTranscript(transcript, event, live)
  if (draft.failed[sessionId] !== failed) refusePending(draft, sessionId, transcript)
}

/** Nobody works in more of them at once. */
const MOST_INDEXED = 100

function keepIndexing(known: ServerState['indexing'], folder: string, status: IndexingStatus): void {
  delete known[folder]
  const [oldest, ...others] = Object.keys(known)
  if (oldest !== undefined && others.length >= MOST_INDEXED - 1) delete known[oldest]
  known[folder] = status
}

/** A session that the roster lists no longer is still known while a view shows it. */
function keepShown(draft: ServerState, { type, properties }: EngineFrame['event']): void {
  if (type === 'session.deleted') delete draft.others[properties.sessionID]
  if (type !== 'session.created' && type !== 'session.updated') return
  const { info } = properties
  if (info.id in draft.sessions) delete draft.others[info.id]
  else if (info.id in draft.transcripts) draft.others[info.id] = info
}

/** An error while nobody works is about the prompt that was sent last and never became a message (an agent or an image that there is not). */
function refusePending(draft: ServerState, sessionId: string, { pending }: Transcript): void {
  const problem = draft.failed[sessionId]
  const refused = pending.find((prompt) => !prompt.problem)
  if (problem && refused && !draft.activity[sessionId]) refused.problem = problem
}
