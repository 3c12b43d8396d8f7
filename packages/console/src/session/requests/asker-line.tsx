import type { Session } from '@kilocode/sdk/v2/client'
import { Show, type JSX } from 'solid-js'
import { useConsole } from '../../store/context.ts'
import { tildePath } from '../../ui/path-split.ts'
import { PathText } from '../../ui/path-text.tsx'
import { useSession } from '../session-view.ts'
import { askerOf } from './asker.ts'
import styles from './card.module.css'

/** Who asks: session or subagent, its agent, its model, its folder. */
export const AskerLine = (props: {
  by: Session | undefined
  messageId: string | undefined
  directory: string
}): JSX.Element => {
  const { state } = useConsole()
  const view = useSession()
  const asker = () =>
    askerOf(view.ref.sessionId, props.by, props.messageId, view.transcript()?.messages ?? [])
  return (
    <p class={styles.asker}>
      <Show when={asker().subagent}>
        <span class={styles.subagent}>subagent</span>
      </Show>
      <span class={styles.askerTitle}>{asker().title}</span>
      <Show when={asker().agent}>{(agent) => <span>· {agent()}</span>}</Show>
      <Show when={asker().model}>{(model) => <span>· {model()}</span>}</Show>
      <span class={styles.askerPlace}>
        · in <PathText path={tildePath(props.directory, state.info?.home)} />
      </span>
    </p>
  )
}
