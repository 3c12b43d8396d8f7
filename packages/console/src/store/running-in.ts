import type { Session } from '@kilocode/sdk/v2/client'
import { rootOf } from './family.ts'
import { sessionOf, type ServerState } from './types.ts'

type Known = Pick<ServerState, 'activity' | 'sessions' | 'others'>

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
