import type { JSX } from 'solid-js'
import styles from './visually-hidden.module.css'

/** Text for assistive technology alone. */
export const VisuallyHidden = (props: { children: JSX.Element }): JSX.Element => (
  <span class={styles.hidden}>{props.children}</span>
)
