import { Index, type JSX } from 'solid-js'
import styles from './skeleton.module.css'

/** Keeps the place of `rows` rows that are on their way, each `height` pixels high, so that nothing jumps when they come. */
export const Skeleton = (props: { rows: number; height: number; label: string }): JSX.Element => (
  <div class={styles.skeleton} role="img" aria-label={props.label}>
    <Index each={Array.from({ length: props.rows })}>
      {(_, index) => (
        <div class={styles.row} style={{ height: `${props.height}px` }}>
          <span class={styles.bar} style={{ width: `${64 - ((index * 17) % 40)}%` }} />
        </div>
      )}
    </Index>
  </div>
)
