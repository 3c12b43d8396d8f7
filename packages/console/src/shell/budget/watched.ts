/** Which budgets are watched, and how far each is. Pure. */
import { midnightBefore } from '../../../shared/budget.ts'
import { titleOfSession } from '../../frame/entry-text.ts'
import { keyOf, refOfKey } from '../../store/session-key.ts'
import { dayStanding, spendingOf } from '../../store/standing.ts'
import type { ConsoleState } from '../../store/types.ts'
import type { Watched } from './warnings.ts'

type Known = Pick<ConsoleState, 'info' | 'servers' | 'order'>

/** Today, and of the sessions those that work or are on screen, by the one at the top of each, once. `looking`: "daemon/ses_1". */
export function watchedOf(state: Known, looking: string | undefined, now: number): Watched[] {
  const name = `day ${midnightBefore(now)}`
  const day = { name, title: 'Today', standing: dayStanding(state, now) }
  const all = [day, ...state.order.flatMap((serverId) => sessionsOf(state, serverId, looking))]
  return [...new Map(all.map((each) => [each.name, each])).values()]
}

function sessionsOf({ info, servers }: Known, serverId: string, looking: string | undefined): Watched[] {
  const server = servers[serverId]
  const limit = info?.budget?.session
  if (!server || limit === undefined) return []
  const seen = looking === undefined ? undefined : refOfKey(looking)
  const shown = seen?.serverId === serverId ? [seen.sessionId] : []
  const spending = spendingOf(server)
  return [...Object.keys(server.activity), ...shown].map((id) => {
    const { root, standing } = spending.of(id, limit)
    const title = titleOfSession(server.sessions[root] ?? server.others[root] ?? { title: '' })
    return { name: `session ${keyOf({ serverId, sessionId: root })}`, title, standing }
  })
}
