import type { JSX } from 'solid-js'
import styles from './change-count.module.css'

/** Lines added and removed. The signs say it without the colours. */
export const ChangeCount = (props: { additions: number; deletions: number }): JSX.Element => (
  <span
    class={styles.count}
    role="img"
    aria-label={`${props.additions} lines added, ${props.deletions} removed`}
  >
    <span class={styles.added} aria-hidden="true">
      +{props.additions}
    </span>
    <span class={styles.removed} aria-hidden="true">
      −{props.deletions}
    </span>
  </span>
)
