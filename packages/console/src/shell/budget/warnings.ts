/** What is to be said about budgets, once each. Pure. */
import type { Standing } from '../../../shared/budget.ts'
import { formatCost, formatCount } from '../../ui/format.ts'

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

const NAMED = 3

/** Those of one look in one message. Undefined: there are none. */
export function sayTogether(warnings: readonly Warning[]): Pick<Warning, 'title' | 'hint'> | undefined {
  const [only] = warnings
  if (!only || warnings.length === 1) return only
  const named = warnings.slice(0, NAMED).map(({ title }) => title)
  const rest = warnings.length - named.length
  return {
    title: `${formatCount(warnings.length)} budgets are used up or nearly used up`,
    hint: `${named.join('. ')}${rest > 0 ? `, and ${formatCount(rest)} more` : ''}.`,
  }
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
        title: `${title}: ${isOver ? 'the budget is used up' : '80% of the budget is used'}`,
        hint: `${formatCost(spent)} of ${formatCost(limit)}.${isOver && stops ? ' What runs is stopped.' : ''}`,
      },
    ]
  })
}
