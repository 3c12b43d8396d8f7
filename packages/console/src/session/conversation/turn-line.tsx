import { Show, type JSX } from 'solid-js'
import { escapeInvisible } from '../../ui/escape-invisible.ts'
import { formatCompact, formatCost, formatDuration, formatPlural } from '../../ui/format.ts'
import { reviewTurn } from '../review/review-state.ts'
import { useSession } from '../session-view.ts'
import styles from './message.module.css'
import type { TurnFacts } from './turn-facts.ts'

/** At the end of a turn: what it took, and the way to what it changed. */
export const TurnLine = (props: { facts: TurnFacts }): JSX.Element => {
  const view = useSession()
  const words = () =>
    [
      formatDuration(props.facts.took),
      props.facts.tokens > 0 ? `${formatCompact(props.facts.tokens)} tokens` : '',
      props.facts.cost > 0 ? formatCost(props.facts.cost) : '',
      escapeInvisible(props.facts.model),
    ].filter((word) => word !== '')
  return (
    <div class={styles.turn}>
      <span class={styles.took} dir="auto">
        {words().join(' · ')}
      </span>
      <Show when={props.facts.filesChanged > 0}>
        <button
          type="button"
          class={styles.more}
          onClick={() => reviewTurn(view.ref.sessionId, props.facts.promptId)}
        >
          {formatPlural(props.facts.filesChanged, 'file')} changed
        </button>
      </Show>
    </div>
  )
}
