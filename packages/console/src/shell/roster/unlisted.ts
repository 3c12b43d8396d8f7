import type { Session } from '@kilocode/sdk/v2/client'
import type { ConsoleState } from '../../store/types.ts'

/** Those of these sessions that the roster does not show already: no subagents, for they are in their parents. Pure. */
export function unlisted<T extends { serverId: string; session: Pick<Session, 'id' | 'parentID'> }>(
  servers: ConsoleState['servers'],
  found: readonly T[],
): T[] {
  return found.filter(
    ({ serverId, session: { id, parentID } }) =>
      parentID === undefined && servers[serverId]?.sessions[id] === undefined,
  )
}
