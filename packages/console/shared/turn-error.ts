/** Errors that end a turn, as the engine's events tell them. It keeps none that has no message to stand in (docs/engine.md): host and app do. */
import type { Problem } from './api.ts'
import type { EngineError } from '@kilo-console/engine/edge/engine-error'
import type { EngineEvent } from '@kilo-console/engine/edge/event'

/** UTF-16 units. */
const LONGEST = 300
/** The engine often tells an error twice, the second time with the place in its own code. */
const STACK = /\n\s+at /

/** The first line of what was said, without the name of the class that said it. */
export function firstLineOf(message: string): string {
  const [line = ''] = message.trim().split('\n', 1)
  const said = line.replace(/^(?:\w+Error: )+(?=.)/, '').trim()
  return said.length > LONGEST ? `${said.slice(0, LONGEST - 1)}…` : said
}

function problemOf({ name, data }: EngineError): Problem & { isStack: boolean } {
  const message = 'message' in data && typeof data.message === 'string' ? data.message : ''
  return { code: name, message: firstLineOf(message) || name, isStack: STACK.test(message) }
}

/** Keeps `failed`, why the last turn of a session ended in an error, by session id. In place; other events change nothing. */
export function noteTurnError(failed: Record<string, Problem>, { type, properties }: EngineEvent): void {
  // A new turn has begun: whether it is fine is told when it ends.
  if (type === 'session.status' && properties.status.type === 'busy') delete failed[properties.sessionID]
  else if (type === 'session.error') {
    const { sessionID, error } = properties
    if (sessionID === undefined || error === undefined) return
    const { isStack, ...problem } = problemOf(error)
    // Stopping a session is reported as an error; the user asked for it.
    if (problem.code === 'MessageAbortedError' || (isStack && sessionID in failed)) return
    failed[sessionID] = problem
  }
}
