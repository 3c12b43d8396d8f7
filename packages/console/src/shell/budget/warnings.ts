/** What is to be said about budgets, once each. Pure. */
import type { Standing } from '../../../shared/budget.ts'
import { formatCost } from '../../ui/format.ts'

export interface Watched {
  /** `day 1764115200000`, `session daemon/ses_1`. */
  name: string
  /** "Today", or a session's title. */
  title: string
  standing: Standing | undefined
}

export interface Warning {
  /** Of the budget, the level and its limit: another limit is another warning. */
  key: string
  title: string
  hint: string
}

/** `told`: keys of those that somebody has been told of. A budget that is used up was nearly so before: that is not said any more. */
export function warningsOf(
  watched: readonly Watched[],
  stops: boolean,
  told: (key: string) => boolean,
): Warning[] {
  return watched.flatMap(({ name, title, standing }) => {
    if (!standing || standing.level === 'ok') return []
    const { level, spent, limit } = standing
    const key = `${name} ${level} ${limit}`
    if (told(key)) return []
    const isOver = level === 'over'
    return [
      {
        key,
        title: `${title}: ${isOver ? 'the budget is used up' : 'four fifths of the budget are used'}`,
        hint: `${formatCost(spent)} of ${formatCost(limit)}.${isOver && stops ? ' What runs is stopped.' : ''}`,
      },
    ]
  })
}
