import { A } from '@solidjs/router'
import { createUniqueId, Match, Show, Switch, type JSX } from 'solid-js'
import { links } from '../../store/links.ts'
import type { SessionEntry } from '../../store/roster.ts'
import type { Permission, Question } from '../../store/types.ts'
import { StateIcon } from '../../ui/state-icon.tsx'
import { RelativeTime } from '../../ui/time.tsx'
import { oneLine, titleOfSession } from '../shell/entry-text.ts'
import { useShell } from '../shell/shell-context.ts'
import styles from './need-card.module.css'
import { QuickReply } from './quick-reply.tsx'

/** A session that waits, with what it asks; a permission can be given from here. `name` is its key in the roster view. */
export function NeedCard(props: { name: string }): JSX.Element {
  const { roster } = useShell()
  return <Show when={roster.session(props.name)}>{(entry) => <Card entry={entry()} />}</Show>
}

function Card(props: { entry: SessionEntry }): JSX.Element {
  const { roster } = useShell()
  const id = createUniqueId()
  const standing = () => props.entry.standing
  const permission = () => {
    const now = standing()
    return now.kind === 'permission' ? now.request : undefined
  }
  const question = () => {
    const now = standing()
    return now.kind === 'question' ? now.request : undefined
  }
  const by = () => {
    const now = standing()
    return 'by' in now ? now.by : undefined
  }
  return (
    <article class={styles.card} aria-labelledby={id}>
      <header class={styles.head}>
        <StateIcon activity={permission() ? 'permission' : 'question'} />
        <A id={id} class={styles.title} href={links.session(props.entry.serverId, props.entry.session.id)}>
          {titleOfSession(props.entry.session)}
        </A>
        <span class={styles.meta}>
          {roster.folderName(props.entry.session.directory)} · <RelativeTime at={props.entry.updated} />
        </span>
      </header>
      <Show when={by()}>
        {(subagent) => <p class={styles.by}>Its subagent “{titleOfSession(subagent())}” asks:</p>}
      </Show>
      <Switch>
        <Match when={permission()}>
          {(request) => (
            <>
              <Asked request={request()} />
              <QuickReply serverId={props.entry.serverId} request={request()} />
            </>
          )}
        </Match>
        <Match when={question()}>{(request) => <Questions entry={props.entry} request={request()} />}</Match>
      </Switch>
    </article>
  )
}

/** What would be done. */
function Asked(props: { request: Permission }): JSX.Element {
  return (
    <p class={styles.asked}>
      <strong>{props.request.permission}</strong>
      <code class={styles.pattern}>{props.request.patterns.map(oneLine).join('  ')}</code>
    </p>
  )
}

function Questions(props: { entry: SessionEntry; request: Question }): JSX.Element {
  return (
    <>
      <p class={styles.question}>{oneLine(props.request.questions[0]?.question ?? '')}</p>
      <A class={styles.answer} href={links.session(props.entry.serverId, props.entry.session.id)}>
        Read and answer
      </A>
    </>
  )
}
