import { createMemo, createSignal, Match, Show, Switch, type JSX } from 'solid-js'
import type { NetworkWait } from '../../store/actions/sessions.ts'
import { useConsole } from '../../store/context.ts'
import { Button } from '../../ui/button.tsx'
import { createNow } from '../../ui/clock.ts'
import { Notice } from '../../ui/notice.tsx'
import { StateIcon } from '../../ui/state-icon.tsx'
import { ElapsedTime } from '../../ui/time.tsx'
import { reportFailure } from '../../frame/report-failure.ts'
import { useSession } from '../session-view.ts'
import { queuedIn } from '../composer/queue/queued.ts'
import { useTakeBack } from '../take-back/take-back.ts'
import styles from './conversation.module.css'
import { turnSince } from './turn-since.ts'

/** What the session does at this moment, at the end of the conversation: works, waits to try again, or why it ended. */
export const TurnStatus = (): JSX.Element => {
  const view = useSession()
  const takeBack = useTakeBack()
  const now = createNow(1000)
  const retry = createMemo(() => {
    const current = view.server()?.activity[view.ref.sessionId]
    return current?.type === 'retry' ? current : undefined
  })
  const problem = () => {
    const last = view.messages().at(-1)
    // The message tells it itself where it can, and so does a prompt that was not taken.
    const isTold =
      last?.role === 'user' ||
      last?.error !== undefined ||
      view.transcript()?.pending.some((prompt) => prompt.problem)
    return isTold ? undefined : view.failed()
  }
  const seconds = (next: number) => Math.max(0, Math.ceil((next - now()) / 1000))
  const since = createMemo(() => {
    if (!view.busy()) return undefined
    const known = { messages: view.messages(), busy: view.busy(), told: view.transcript()?.queue }
    return turnSince(known.messages, queuedIn(known))
  })
  const waits = () => view.requests().length > 0

  return (
    <div class={styles.status}>
      <Switch>
        <Match when={view.networkWait()}>{(wait) => <Offline wait={wait()} />}</Match>
        <Match when={retry()}>
          {(retry) => (
            <Notice
              tone="warning"
              title={retry().action?.title ?? `Trying again: ${retry().message}`}
              hint={`Attempt ${retry().attempt + 1} ${seconds(retry().next) > 0 ? `in ${seconds(retry().next)} s` : 'now'}. Stop ends it.`}
            />
          )}
        </Match>
        <Match when={takeBack.compacting()}>
          <p class={styles.working}>
            <StateIcon activity="working" />
            <span>Shortening the context to a summary</span>
          </p>
        </Match>
        <Match when={view.busy()}>
          <p class={styles.working}>
            <StateIcon activity={waits() ? 'permission' : 'working'} />
            <Show when={view.reachable()} fallback={<span>Was running when last seen</span>}>
              <span>{waits() ? 'Waiting for you' : 'Working'}</span>
              <Show when={!waits() && since()}>{(since) => <ElapsedTime since={since()} />}</Show>
            </Show>
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

/** The provider cannot be reached, and nothing goes on until somebody says so. */
const Offline = (props: { wait: NetworkWait }): JSX.Element => {
  const { sessions } = useConsole()
  const view = useSession()
  const [sent, setSent] = createSignal<'try' | 'give-up'>()
  const answer = async (what: 'try' | 'give-up') => {
    setSent(what)
    try {
      await sessions.answerNetwork(view.ref.serverId, props.wait, what)
    } catch (error) {
      reportFailure('The answer did not arrive', error, () => void answer(what))
    } finally {
      setSent(undefined)
    }
  }
  return (
    <Notice
      tone="warning"
      title="Waiting for the network"
      hint={props.wait.message}
      onRetry={view.reachable() ? () => void answer('try') : undefined}
      retrying={sent() === 'try'}
      actions={
        <Button
          size="small"
          variant="ghost"
          busy={sent() === 'give-up'}
          disabled={!view.reachable()}
          onClick={() => void answer('give-up')}
        >
          Give up
        </Button>
      }
    />
  )
}
