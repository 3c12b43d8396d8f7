import type { JSX } from 'solid-js'
import { formatPlural } from '../../ui/format.ts'
import styles from './change-count.module.css'

export interface Changed {
  additions: number
  deletions: number
}

export const changedText = ({ additions, deletions }: Changed): string =>
  `${formatPlural(additions, 'line')} added, ${deletions} removed`

/** Lines added and removed. The signs say it without the colours. */
export const ChangeCount = (props: Changed): JSX.Element => (
  <span class={styles.count} role="img" aria-label={changedText(props)}>
    <span class={styles.added} aria-hidden="true">
      +{props.additions}
    </span>
    <span class={styles.removed} aria-hidden="true">
      −{props.deletions}
    </span>
  </span>
)
