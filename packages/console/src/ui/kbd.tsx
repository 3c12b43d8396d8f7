import { For, type JSX } from 'solid-js'
import styles from './kbd.module.css'
import { isApple, labelKeys } from './shortcut.ts'

const apple = typeof navigator !== 'undefined' && isApple(navigator.platform)

/** A shortcut as keys, from the notation of shortcut.ts. Hidden from assistive technology: the control carries `aria-keyshortcuts`. */
export const Kbd = (props: { keys: string; quiet?: boolean }): JSX.Element => (
  <span class={styles.keys} data-quiet={props.quiet ? '' : undefined} aria-hidden="true">
    <For each={labelKeys(props.keys, apple)}>
      {(step) => <kbd class={styles.key}>{step.join(apple ? '' : ' ')}</kbd>}
    </For>
  </span>
)
