import type { Todo } from '@kilocode/sdk/v2/client'
import { Index, Show, type JSX } from 'solid-js'
import { TodoIcon, todoStatus } from '../../session/review/todo-icon.tsx'
import styles from './peek.module.css'

const MOST = 3

/** What is being done and what comes next, of todos that are not all done. */
export function NextTodos(props: { todos: readonly Todo[] }): JSX.Element {
  const open = () => props.todos.filter((todo) => ['running', 'open'].includes(todoStatus(todo)))
  return (
    <Show when={open().length > 0}>
      <ul class={styles.todos} role="list" aria-label="Next todos">
        <Index each={open().slice(0, MOST)}>
          {(todo) => (
            <li class={styles.todo} data-status={todoStatus(todo())}>
              <TodoIcon
                status={todoStatus(todo())}
                label={todoStatus(todo()) === 'running' ? 'in progress' : 'to do'}
              />
              <span dir="auto">{todo().content}</span>
            </li>
          )}
        </Index>
        <Show when={open().length > MOST}>
          <li class={styles.quiet}>{`${open().length - MOST} more`}</li>
        </Show>
      </ul>
    </Show>
  )
}
