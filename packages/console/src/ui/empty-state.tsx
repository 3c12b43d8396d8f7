import { Show, type JSX } from 'solid-js'
import { CopyCommand } from './copy-command.tsx'
import styles from './empty-state.module.css'

export interface EmptyStateProps {
  icon?: JSX.Element
  title: string
  /** What this place is for, and what to do next. */
  children?: JSX.Element
  /** The command that does it. */
  command?: string | undefined
  /** Buttons that do it. */
  actions?: JSX.Element
}

/** A view with nothing in it yet: what it is, what to do next, the command for it. */
export const EmptyState = (props: EmptyStateProps): JSX.Element => (
  <section class={styles.empty}>
    <Show when={props.icon}>
      <span class={styles.icon} aria-hidden="true">
        {props.icon}
      </span>
    </Show>
    <h2 class={styles.title}>{props.title}</h2>
    <Show when={props.children}>
      <p class={styles.text}>{props.children}</p>
    </Show>
    <Show when={props.actions}>
      <div class={styles.actions}>{props.actions}</div>
    </Show>
    <Show when={props.command}>{(command) => <CopyCommand command={command()} />}</Show>
  </section>
)
