import CircleDollarSign from 'lucide-solid/icons/circle-dollar-sign'
import { createMemo, Show, type JSX } from 'solid-js'
import { useConsole } from '../../store/context.ts'
import { sessionStanding } from '../../store/standing.ts'
import { formatCost, formatPercent } from '../../ui/format.ts'
import { StatusBadge } from '../../ui/status-badge.tsx'
import { useSession } from '../session-view.ts'
import styles from './header.module.css'

/** That the session's budget is nearly used up, or is. */
export const BudgetBadge = (): JSX.Element => {
  const { state } = useConsole()
  const view = useSession()
  const standing = createMemo(() => {
    const known = sessionStanding(state, view.ref)
    return known?.level === 'ok' ? undefined : known
  })
  return (
    <Show when={standing()}>
      {(known) => (
        <span title={`${formatCost(known().spent)} of ${formatCost(known().limit)}, subagents included`}>
          <StatusBadge
            tone={known().level === 'over' ? 'red' : 'amber'}
            icon={<CircleDollarSign size={12} aria-hidden="true" />}
          >
            <span class={styles.badge}>
              {known().level === 'over'
                ? 'Budget used up'
                : `${formatPercent(known().spent, known().limit)} of budget`}
            </span>
          </StatusBadge>
        </span>
      )}
    </Show>
  )
}
