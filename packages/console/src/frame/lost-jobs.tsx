import { For, Show, type JSX } from 'solid-js'
import { formatPlural } from '../ui/format.ts'
import styles from './lost-jobs.module.css'
import type { TerminalLosses } from './terminal-losses.ts'

/** What ends with terminals, by name where it can be seen; behind what else ends. */
export function LostJobs(props: { losses: TerminalLosses; children?: JSX.Element }): JSX.Element {
  return (
    <div class={styles.losses}>
      {props.children}
      <Show when={props.losses.jobs.length > 0}>
        <p>{props.losses.jobs.length === 1 ? 'Running in a terminal:' : 'Running in terminals:'}</p>
        <ul class={styles.jobs}>
          <For each={props.losses.jobs}>{(command) => <li class={styles.job}>{command}</li>}</For>
        </ul>
      </Show>
      <Show when={props.losses.unseen > 0}>
        <p>
          {formatPlural(props.losses.unseen, 'terminal is', 'terminals are')} open. Whatever runs in{' '}
          {props.losses.unseen === 1 ? 'it' : 'them'} ends.
        </p>
      </Show>
    </div>
  )
}
