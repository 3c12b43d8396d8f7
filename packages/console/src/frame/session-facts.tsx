import { Show, type JSX } from 'solid-js'
import { useConsole } from '../store/context.ts'
import type { SessionEntry } from '../store/roster.ts'
import { formatCost } from '../ui/format.ts'
import { VisuallyHidden } from '../ui/visually-hidden.tsx'
import styles from './row.module.css'

/** Below this a price says nothing that anybody would act on. US dollars. */
const WORTH_SAYING = 0.01

/** How far a session is with its todos, until all are done and it rests, and what it has cost. */
export function SessionFacts(props: { entry: SessionEntry }): JSX.Element {
  const { state } = useConsole()
  const todos = () => {
    const known = state.servers[props.entry.serverId]?.todos[props.entry.session.id]
    const isOver = props.entry.status.kind === 'idle' && known?.done === known?.total
    return isOver ? undefined : known
  }
  return (
    <span class={styles.facts}>
      <Show when={todos()}>
        {(todos) => (
          <span title={`${todos().done} of ${todos().total} todos done`}>
            {`${todos().done}/${todos().total}`}
            <VisuallyHidden> todos done</VisuallyHidden>
          </span>
        )}
      </Show>
      <Show when={props.entry.cost >= WORTH_SAYING}>
        <span title="Cost, with subagents">{formatCost(props.entry.cost)}</span>
      </Show>
    </span>
  )
}
