import { A } from '@solidjs/router'
import { createEffect, createMemo, Match, on, Show, Suspense, Switch, type JSX } from 'solid-js'
import { createTitle } from '../../frame/create-title.ts'
import { activityOf, needOf } from '../../frame/entry-text.ts'
import { SessionFacts } from '../../frame/session-facts.tsx'
import { useShell } from '../../frame/shell-context.ts'
import { StepText } from '../../frame/step-line.tsx'
import { createSessionView, SessionProvider, useSession } from '../../session/session-view.ts'
import { useConsole } from '../../store/context.ts'
import { links } from '../../store/links.ts'
import { keyOfEntry } from '../../store/session-key.ts'
import type { SessionEntry } from '../../store/roster.ts'
import { Notice } from '../../ui/notice.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { nameActivity, StateIcon } from '../../ui/state-icon.tsx'
import { Asked } from '../decisions/decision-card.tsx'
import { lastExchangeOf } from './last-exchange.ts'
import { NextTodos } from './next-todos.tsx'
import styles from './peek.module.css'
import { QuickReply } from './quick-reply.tsx'

interface PeekBodyProps {
  entry: SessionEntry
  /** The id that its title gets. */
  titleId: string
  byKey: boolean
  /** The request that was shown is gone. */
  onAnswered: () => void
}

/** A session in short: what it does, what was said last, what it waits for, and a line to answer. */
export function PeekBody(props: PeekBodyProps): JSX.Element {
  const { roster } = useShell()
  const { serverId, session } = props.entry
  const view = createSessionView({ serverId, sessionId: session.id })
  const title = createTitle(serverId, () => props.entry.session)
  const activity = () => activityOf(props.entry.status, roster.isFinished(keyOfEntry(props.entry)))
  const request = () => view.requests()[0]
  createEffect(
    on(
      () => request()?.request.id,
      () => queueMicrotask(props.onAnswered),
      { defer: true },
    ),
  )
  return (
    <SessionProvider value={view}>
      <header class={styles.head}>
        <StateIcon activity={activity()} label={nameActivity(activity())} />
        <A id={props.titleId} class={styles.title} dir="auto" href={links.session(serverId, session.id)}>
          {title()}
        </A>
        <SessionFacts entry={props.entry} />
      </header>
      <p class={styles.doing}>
        <Show when={!request() && needOf(props.entry)} fallback={<StepText entry={props.entry} />}>
          {(need) => <span>{need()}</span>}
        </Show>
      </p>
      <div class={styles.middle}>
        <Said />
        <NextTodos todos={view.transcript()?.todos ?? []} />
      </div>
      <Show when={request()?.request.id} keyed>
        <Show when={request()}>
          {(request) => (
            <div class={styles.request}>
              <Suspense fallback={<Skeleton rows={1} height={80} label="Loading the request" />}>
                <Asked
                  decision={{ ...request(), key: request().request.id, serverId, rootId: session.id }}
                  directory={request().by?.directory ?? request().request.directory}
                />
              </Suspense>
              <Show when={view.requests().length > 1}>
                <p class={styles.quiet}>{`${view.requests().length - 1} more after this one`}</p>
              </Show>
            </div>
          )}
        </Show>
      </Show>
      <QuickReply focused={props.byKey && !request()} />
    </SessionProvider>
  )
}

/** The last prompt and the end of its answer, once they are read. */
function Said(): JSX.Element {
  const { transcripts } = useConsole()
  const view = useSession()
  const load = () => view.transcript()?.load
  const exchange = createMemo(() => {
    const transcript = view.transcript()
    return transcript && lastExchangeOf(view.messages(), transcript)
  })
  const failed = () => {
    const now = load()
    return now?.status === 'failed' ? now.problem : undefined
  }
  const isEmpty = () => exchange()?.prompt === '' && exchange()?.answer === ''
  return (
    <Switch fallback={<Skeleton rows={3} height={24} label="Loading the session" />}>
      <Match when={failed()}>
        {(problem) => (
          <Notice
            tone="error"
            title={problem().message}
            hint={problem().hint}
            onRetry={() => transcripts.retry(view.ref)}
          />
        )}
      </Match>
      <Match when={load()?.status === 'ready' && isEmpty()}>
        <p class={styles.quiet}>No messages yet.</p>
      </Match>
      <Match when={load()?.status === 'ready' && exchange()}>
        {(exchange) => (
          <>
            <Words who="You" text={exchange().prompt} lines="first" />
            <Show when={exchange().problem}>
              {(problem) => (
                <Notice tone="error" title={problem().message} hint="Open the session to send it again." />
              )}
            </Show>
            <Words who="Kilo" text={exchange().answer} lines="last" />
          </>
        )}
      </Match>
    </Switch>
  )
}

function Words(props: { who: string; text: string; lines: 'first' | 'last' }): JSX.Element {
  return (
    <Show when={props.text !== ''}>
      <p class={styles.who}>{props.who}</p>
      <div class={styles.words} data-lines={props.lines}>
        <p dir="auto">{props.text}</p>
      </div>
    </Show>
  )
}
