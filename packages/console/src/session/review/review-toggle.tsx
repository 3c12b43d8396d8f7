import PanelRight from 'lucide-solid/icons/panel-right'
import { onMount, Show, type JSX } from 'solid-js'
import { contributeCommands } from '../../commands/registry.ts'
import { useSession } from '../session-view.ts'
import { reviewIsShown, toggleReview } from './review-state.ts'
import styles from './review-toggle.module.css'

/** Opens and closes the review, and counts the changed files. */
export const ReviewToggle = (): JSX.Element => {
  const view = useSession()
  const count = () => view.transcript()?.diffs.length ?? 0
  onMount(() => contributeCommands(() => [{ id: 'session.review', run: toggleReview }]))
  return (
    <button type="button" class={styles.toggle} aria-expanded={reviewIsShown()} onClick={toggleReview}>
      <PanelRight size={16} aria-hidden="true" />
      <span>Review</span>
      <Show when={count() > 0}>
        <span class={styles.toggleCount}>{count()}</span>
      </Show>
    </button>
  )
}
