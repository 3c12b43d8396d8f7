import { A } from '@solidjs/router'
import { Show, type JSX } from 'solid-js'
import { useConsole } from '../../store/context.ts'
import { links } from '../../store/links.ts'
import { dayStanding } from '../../store/standing.ts'
import { createNow } from '../../ui/clock.ts'
import { formatCost, formatPercent } from '../../ui/format.ts'
import styles from './usage.module.css'

/** How far today’s budget is used up, or where to set one. */
export function BudgetLine(): JSX.Element {
  const { state } = useConsole()
  const now = createNow(60_000)
  const standing = () => dayStanding(state, now())
  return (
    <p class={styles.budget} data-level={standing()?.level}>
      <Show when={standing()} fallback={<span>No budget for a day.</span>}>
        {(known) => (
          <>
            <span>
              Today {formatCost(known().spent)} of {formatCost(known().limit)}
              {known().level === 'over' ? ': used up' : ''}
            </span>
            <svg
              class={styles.meter}
              viewBox="0 0 100 1"
              preserveAspectRatio="none"
              role="meter"
              aria-label="Today’s budget"
              aria-valuemin={0}
              aria-valuemax={100}
              aria-valuenow={Math.min(100, Math.round((known().spent / known().limit) * 100))}
              aria-valuetext={formatPercent(known().spent, known().limit)}
            >
              <rect class={styles.track} width="100" height="1" />
              <rect
                class={styles.used}
                width={Math.min(100, (known().spent / known().limit) * 100)}
                height="1"
              />
            </svg>
          </>
        )}
      </Show>
      <A class={styles.link} href={links.settings}>
        Budget…
      </A>
    </p>
  )
}
