import type { SocketFrame } from '../../shared/events.ts'
import { changeRoster } from '../../shared/roster/change.ts'
import { reduceRoster } from '../../shared/roster/reduce.ts'
import { emptyRoster, type Roster } from '../../shared/roster/roster.ts'
import type { Heard } from './web-socket.ts'

/** What a tab knows of a server's roster, as soon as it is complete. */
export async function heardRoster(tab: Heard, server: string): Promise<Roster> {
  await tab.until(() => rosterOf(tab, server).complete)
  return rosterOf(tab, server)
}

function rosterOf({ frames }: Heard, server: string): Roster {
  const roster = emptyRoster()
  for (const frame of frames as unknown as SocketFrame[]) {
    if (!('server' in frame) || frame.server !== server) continue
    if ('roster' in frame) changeRoster(roster, structuredClone(frame.roster), frame.since)
    else if ('event' in frame) reduceRoster(roster, frame)
  }
  return roster
}
