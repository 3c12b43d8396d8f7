import type { Session } from '@kilocode/sdk/v2/client'
import { rootOf } from './family.ts'
import { sessionOf, type ServerState } from './types.ts'

type Known = Pick<ServerState, 'activity' | 'sessions' | 'others'>
type Looked = Known & Pick<ServerState, 'complete' | 'skipped'>

/** The sessions that work in a folder, or anywhere, each with its subagents as one. Pure. */
export function runningIn(server: Known | undefined, directory?: string): Session[] {
  if (!server) return []
  const known = { ...server.others, ...server.sessions }
  const roots = Object.keys(server.activity)
    .flatMap((id) => sessionOf(server, id) ?? [])
    .filter((session) => directory === undefined || session.directory === directory)
    .map((session) => rootOf(known, session))
  return [...new Map(roots.map((session) => [session.id, session])).values()]
}

/**
 * Nobody works in a folder, or anywhere: that none is known to says so only where it was looked for, and where of all that work it is known where. Pure.
 */
export function isIdleIn(server: Looked | undefined, directory?: string): boolean {
  if (!server?.complete || server.skipped.some((skipped) => skipped.directory === directory)) return false
  const isEachKnown = Object.keys(server.activity).every((id) => sessionOf(server, id))
  return isEachKnown && runningIn(server, directory).length === 0
}
