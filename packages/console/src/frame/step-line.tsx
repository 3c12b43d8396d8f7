import { createMemo, Show, type JSX } from 'solid-js'
import { useConsole } from '../store/context.ts'
import { currentStepOf } from '../store/current-step.ts'
import type { SessionEntry } from '../store/roster.ts'
import { createNow } from '../ui/clock.ts'
import styles from './row.module.css'
import { textOfStep } from './step-text.ts'

/** What a session that works does now; nothing where that is not known. */
export function StepText(props: { entry: SessionEntry }): JSX.Element {
  const { state } = useConsole()
  const step = createMemo(() => {
    const server = state.servers[props.entry.serverId]
    return server && props.entry.status.kind === 'working' ? currentStepOf(server, props.entry) : undefined
  })
  const now = createNow(20_000)
  return <Show when={step()}>{(step) => <span class={styles.need}>{textOfStep(step(), now())}</span>}</Show>
}
