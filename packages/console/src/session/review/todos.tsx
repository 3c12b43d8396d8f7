import type { Todo } from '@kilocode/sdk/v2/client'
import { Index, Show, type JSX } from 'solid-js'
import { useSession } from '../session-view.ts'
import panel from './panel.module.css'
import styles from './todos.module.css'
import { TodoIcon, todoStatus } from './todo-icon.tsx'

const SPOKEN = { open: 'to do', running: 'in progress', done: 'done', dropped: 'cancelled' }

/** The plan of the session, step by step. */
export const Todos = (): JSX.Element => {
  const view = useSession()
  const todos = () => view.transcript()?.todos ?? []
  const done = () => todos().filter((todo) => todoStatus(todo) === 'done').length
  return (
    <section class={panel.panel}>
      <h2 class={panel.heading}>
        Todos
        <Show when={todos().length > 0}>
          <span class={panel.count}>
            {done()}/{todos().length}
          </span>
        </Show>
      </h2>
      <Show
        when={todos().length > 0}
        fallback={<p class={panel.nothing}>No todos yet. For larger tasks, Kilo lists its steps here.</p>}
      >
        <ul class={styles.todos} role="list" aria-label="Todos">
          <Index each={todos()}>{(todo) => <TodoRow todo={todo()} />}</Index>
        </ul>
      </Show>
    </section>
  )
}

const TodoRow = (props: { todo: Todo }): JSX.Element => (
  <li class={styles.todo} data-status={todoStatus(props.todo)}>
    <TodoIcon status={todoStatus(props.todo)} label={SPOKEN[todoStatus(props.todo)]} />
    <span>{props.todo.content}</span>
  </li>
)
