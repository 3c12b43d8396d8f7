/** Reads what is pinned and too old to be among the newest sessions. */
import type { Session } from '@kilocode/sdk/v2/client'
import { session } from '@kilo-console/engine/edge/session'
import { keptSession } from '../../shared/roster/kept-session.ts'
import type { PinnedRead } from '../../shared/roster/change.ts'
import { mapLimit } from '../servers/map-limit.ts'
import { EngineRefusal } from '../servers/read-engine.ts'
import type { Reader } from './read-directory.ts'

const AT_A_TIME = 4

export interface Pinned {
  read: PinnedRead
  /** Those that the server knows, and has put away. */
  archived: string[]
}

/** Never rejects: of one that cannot be read nothing is told, so that what is known of it stays. */
export async function readPinned(ids: readonly string[], reader: Reader): Promise<Pinned> {
  const sessions: Session[] = []
  const archived: string[] = []
  const gone: string[] = []
  await mapLimit(AT_A_TIME, ids, async (id) => {
    try {
      const read = await reader.one(`/session/${encodeURIComponent(id)}`, session)
      if (read?.time.archived) archived.push(id)
      else if (read) sessions.push(keptSession(read))
    } catch (error) {
      if (error instanceof EngineRefusal && error.status === 404) gone.push(id)
    }
  })
  return { read: { kind: 'pinned-read', sessions, gone: [...archived, ...gone] }, archived }
}
