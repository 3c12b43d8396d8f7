import { hostNow } from '../../../clock/host-time.ts'
import { useConsole } from '../../../store/context.ts'
import { dayStanding, sessionStanding } from '../../../store/standing.ts'
import type { SessionRef } from '../../../store/types.ts'
import { formatCost } from '../../../ui/format.ts'

/** Which budget is used up, in words, where somebody wants to be asked before more is sent. */
export function createUsedUp(ref: SessionRef): () => string | undefined {
  const { state } = useConsole()
  return () => {
    if (!state.info?.budget?.stops) return undefined
    const standings = [
      { of: 'Today', standing: dayStanding(state, hostNow()) },
      { of: 'This session', standing: sessionStanding(state, ref) },
    ]
    const used = standings.find(({ standing }) => standing?.level === 'over')
    if (!used?.standing) return undefined
    return `${used.of}: ${formatCost(used.standing.spent)} of ${formatCost(used.standing.limit)}.`
  }
}
