import { A } from '@solidjs/router'
import { createMemo, createUniqueId, onCleanup, Show, type JSX } from 'solid-js'
import { useConsole } from '../../store/context.ts'
import { links } from '../../store/links.ts'
import type { SessionEntry } from '../../store/roster.ts'
import type { Permission, Question } from '../../store/types.ts'
import { StateIcon } from '../../ui/state-icon.tsx'
import { RelativeTime } from '../../ui/time.tsx'
import { PermissionAsk } from '../../session/requests/permission-ask.tsx'
import { asksOf } from '../../session/tools/registry/registry.ts'
import { activityOf, oneLine, titleOfSession } from '../../frame/entry-text.ts'
import { createTitle } from '../../frame/create-title.ts'
import { useShell } from '../../frame/shell-context.ts'
import styles from './need-card.module.css'

/** A session that waits, with what it asks; a permission can be given from here. `name` is its key in the roster view. */
export function NeedCard(props: { name: string }): JSX.Element {
  const { roster } = useShell()
  return <Show when={roster.session(props.name)}>{(entry) => <Card entry={entry()} />}</Show>
}

function Card(props: { entry: SessionEntry }): JSX.Element {
  const { roster } = useShell()
  const id = createUniqueId()
  const title = createTitle(props.entry.serverId, () => props.entry.session)
  const status = () => props.entry.status
  const permission = () => {
    const now = status()
    return now.kind === 'permission' ? now.request : undefined
  }
  const question = () => {
    const now = status()
    return now.kind === 'question' ? now.request : undefined
  }
  const offline = () => {
    const now = status()
    return now.kind === 'offline' ? now.message : undefined
  }
  const by = () => {
    const now = status()
    return 'by' in now ? now.by : undefined
  }
  let card: HTMLElement | undefined
  // An answered card takes the focus with it: to the next one, which may be the one before.
  onCleanup(() => {
    if (!card?.contains(document.activeElement)) return
    const next = card.nextElementSibling ?? card.previousElementSibling
    queueMicrotask(() => next?.querySelector('a')?.focus())
  })
  return (
    <article ref={(element) => (card = element)} class={styles.card} aria-labelledby={id}>
      <header class={styles.head}>
        <StateIcon activity={activityOf(status(), false)} />
        <A
          id={id}
          class={styles.title}
          dir="auto"
          href={links.session(props.entry.serverId, props.entry.session.id)}
        >
          {title()}
        </A>
        <span class={styles.meta}>
          {roster.folderName(props.entry.session.directory)} · <RelativeTime at={props.entry.updated} />
        </span>
      </header>
      <Show when={by()}>
        {(subagent) => <p class={styles.by}>Its subagent “{titleOfSession(subagent())}” asks:</p>}
      </Show>
      <Show when={permission()?.id} keyed>
        {(id) => <Ask id={id} entry={props.entry} current={permission()} />}
      </Show>
      <Show when={offline()}>
        {(message) => (
          <>
            <p class={styles.question}>Waiting for the network: {oneLine(message())}</p>
            <ReadAndAnswer entry={props.entry} />
          </>
        )}
      </Show>
      <Show when={question()}>{(request) => <Questions entry={props.entry} request={request()} />}</Show>
    </article>
  )
}

/** One request, from its first sight to its answer. */
function Ask(props: { id: string; entry: SessionEntry; current: Permission | undefined }): JSX.Element {
  const { state } = useConsole()
  // Held while it fades from the store, so that a card never shows another request's fields.
  const request = createMemo<Permission | undefined>((before) =>
    props.current?.id === props.id ? props.current : before,
  )
  const server = () => state.servers[props.entry.serverId]
  const directory = (asked: Permission) => server()?.sessions[asked.sessionID]?.directory ?? asked.directory
  return (
    <Show when={request()}>
      {(asked) => (
        <>
          <p class={styles.asks}>
            Kilo {asksOf(asked().permission)}
            <span class={styles.kind}>{asked().permission}</span>
          </p>
          <PermissionAsk
            serverId={props.entry.serverId}
            request={asked()}
            directory={directory(asked())}
            reachable={state.link === 'connected' && server()?.info.health === 'healthy'}
            elsewhere={<ReadAndAnswer entry={props.entry} />}
          />
        </>
      )}
    </Show>
  )
}

function Questions(props: { entry: SessionEntry; request: Question }): JSX.Element {
  return (
    <>
      <p class={styles.question}>{oneLine(props.request.questions[0]?.question ?? '')}</p>
      <ReadAndAnswer entry={props.entry} />
    </>
  )
}

function ReadAndAnswer(props: { entry: SessionEntry }): JSX.Element {
  return (
    <A class={styles.answer} href={links.session(props.entry.serverId, props.entry.session.id)}>
      Read and answer
    </A>
  )
}
