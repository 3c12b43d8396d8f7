import { createMemo, Match, Show, Switch, type JSX } from 'solid-js'
import { createNow } from '../../../ui/clock.ts'
import { Notice } from '../../../ui/notice.tsx'
import { StateIcon } from '../../../ui/state-icon.tsx'
import { ElapsedTime } from '../../../ui/time.tsx'
import { useSession } from '../session-view.ts'
import styles from './conversation.module.css'

/** What the session does at this moment, at the end of the conversation: works, waits to try again, or why it ended. */
export const TurnStatus = (): JSX.Element => {
  const view = useSession()
  const now = createNow(1000)
  const status = () => view.server()?.activity[view.ref.sessionId]
  const retry = createMemo(() => {
    const current = status()
    return current?.type === 'retry' ? current : undefined
  })
  const offline = () => {
    const current = status()
    return current?.type === 'offline' ? current : undefined
  }
  const problem = () => {
    const transcript = view.transcript()
    const last = transcript?.messages.at(-1)
    // The message tells it itself where it can.
    const failed = view.server()?.failed[view.ref.sessionId]
    return last?.role === 'assistant' && last.error ? undefined : failed
  }
  const seconds = (next: number) => Math.max(0, Math.ceil((next - now()) / 1000))
  // The turn began with its prompt, also where this page was opened later.
  const since = () => view.transcript()?.messages.findLast((message) => message.role === 'user')?.time.created
  const waits = () => view.requests().length > 0

  return (
    <div class={styles.status}>
      <Switch>
        <Match when={retry()}>
          {(retry) => (
            <Notice
              tone="warning"
              title={retry().action?.title ?? `Trying again: ${retry().message}`}
              hint={`Try ${retry().attempt + 1} follows ${seconds(retry().next) > 0 ? `in ${seconds(retry().next)} s` : 'now'}. Stop ends it.`}
            />
          )}
        </Match>
        <Match when={offline()}>
          {(offline) => (
            <Notice
              tone="warning"
              title={offline().message}
              hint="Kilo goes on when the provider can be reached again."
            />
          )}
        </Match>
        <Match when={view.busy()}>
          <p class={styles.working}>
            <StateIcon activity={waits() ? 'permission' : 'working'} />
            <span>{waits() ? 'Waits for you' : 'Working'}</span>
            <Show when={!waits() && since()}>{(since) => <ElapsedTime since={since()} />}</Show>
          </p>
        </Match>
        <Match when={problem()}>
          {(problem) => (
            <Notice
              tone="error"
              title={problem().message}
              hint={problem().hint ?? 'Send the prompt again, or choose another model.'}
            />
          )}
        </Match>
      </Switch>
    </div>
  )
}
