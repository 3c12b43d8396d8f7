import { Show, type JSX } from 'solid-js'
import styles from './status-badge.module.css'

export type Tone = 'amber' | 'blue' | 'green' | 'red' | 'grey'

/** A state in a word or a number, with an icon of its own shape where the colour alone would speak. */
export const StatusBadge = (props: {
  tone: Tone
  icon?: JSX.Element
  children: JSX.Element
}): JSX.Element => (
  <span class={styles.badge} data-tone={props.tone}>
    <Show when={props.icon}>{props.icon}</Show>
    {props.children}
  </span>
)
