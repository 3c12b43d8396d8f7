/** What was found, without what the roster lists meanwhile. Pure. */
import type { GlobalSession } from '@kilocode/sdk/v2/client'
import { keyOfEntry } from '../../store/session-key.ts'
import type { ConsoleState } from '../../store/types.ts'

interface Found {
  serverId: string
  sessions: readonly GlobalSession[]
}

export interface Known {
  /** These answers. */
  of: readonly Found[]
  /** Keys of those that the roster has listed since. */
  listed: ReadonlySet<string>
  /** The others of all servers, the newest first. */
  left: { serverId: string; session: GlobalSession }[]
}

/** One that was listed and is no more was archived or deleted: it does not come back among the older ones. `before`: at the last look. */
export function withoutKnown(
  answers: readonly Found[],
  servers: Pick<ConsoleState, 'servers'>['servers'],
  before: Known | undefined,
): Known {
  const listed = new Set(before?.of === answers ? before.listed : [])
  const all = answers.flatMap(({ serverId, sessions }) => sessions.map((session) => ({ serverId, session })))
  for (const entry of all)
    if (servers[entry.serverId]?.sessions[entry.session.id] !== undefined) listed.add(keyOfEntry(entry))
  const left = all
    .filter((entry) => !listed.has(keyOfEntry(entry)))
    .toSorted((a, b) => b.session.time.updated - a.session.time.updated)
  return { of: answers, listed, left }
}
