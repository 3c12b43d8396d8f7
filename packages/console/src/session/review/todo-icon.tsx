import type { Todo } from '@kilocode/sdk/v2/client'
import { Match, Switch, type JSX } from 'solid-js'
import { Glyph } from '../../ui/glyph.tsx'
import styles from './todos.module.css'

export type TodoStatus = 'open' | 'running' | 'done' | 'dropped'

/** A status that we do not know counts as open. */
export function todoStatus({ status }: Pick<Todo, 'status'>): TodoStatus {
  if (status === 'in_progress') return 'running'
  if (status === 'completed') return 'done'
  return status === 'cancelled' ? 'dropped' : 'open'
}

/** A box that is empty, half full, ticked or struck through. */
export const TodoIcon = (props: { status: TodoStatus; label: string }): JSX.Element => (
  <Glyph class={styles.box} label={props.label}>
    <rect x="1.5" y="1.5" width="11" height="11" rx="2.5" />
    <Switch>
      <Match when={props.status === 'running'}>
        <path d="M4 7h6" stroke-width="2.5" />
      </Match>
      <Match when={props.status === 'done'}>
        <path d="m4.2 7.2 2 2 3.8-4.3" />
      </Match>
      <Match when={props.status === 'dropped'}>
        <path d="m4.5 4.5 5 5" />
      </Match>
    </Switch>
  </Glyph>
)
