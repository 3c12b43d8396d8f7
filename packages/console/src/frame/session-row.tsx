import { A } from '@solidjs/router'
import { createEffect, createUniqueId, Match, Show, Switch, type JSX } from 'solid-js'
import { useConsole } from '../store/context.ts'
import { links } from '../store/links.ts'
import type { SessionEntry } from '../store/roster.ts'
import { tildePath } from '../ui/path-split.ts'
import { nameActivity, StateIcon } from '../ui/state-icon.tsx'
import { ElapsedTime, RelativeTime } from '../ui/time.tsx'
import { createTitle } from './create-title.ts'
import { activityOf, nameServer, needOf } from './entry-text.ts'
import styles from './row.module.css'
import { SessionFacts } from './session-facts.tsx'
import { useShell } from './shell-context.ts'
import { StepText } from './step-line.tsx'

/** One session: a link named by its title, described by what it does and needs. `name` is its key in the roster view. */
export function SessionRow(props: { name: string }): JSX.Element {
  const { roster } = useShell()
  return <Show when={roster.session(props.name)}>{(entry) => <Row entry={entry()} name={props.name} />}</Show>
}

function Row(props: { entry: SessionEntry; name: string }): JSX.Element {
  const { state } = useConsole()
  const { roster, looking, selection } = useShell()
  const id = createUniqueId()
  const title = createTitle(props.entry.serverId, () => props.entry.session)
  const activity = () => activityOf(props.entry.status, roster.isFinished(props.name))
  const server = () => state.servers[props.entry.serverId]
  const where = () => {
    const name = roster.folderName(props.entry.session.directory)
    const info = server()?.info
    return roster.manyServers() && info ? `${name} · ${nameServer(info)}` : name
  }
  const need = () => needOf(props.entry)
  let link: HTMLAnchorElement | undefined
  createEffect(() => {
    // Whoever walks along by key sees where they are.
    const isCursor = () => selection.cursor() === props.name && link?.closest('nav')
    if (looking() === props.name || isCursor()) link?.scrollIntoView({ block: 'nearest' })
  })

  return (
    <A
      ref={(element) => (link = element)}
      class={styles.row}
      href={links.session(props.entry.serverId, props.entry.session.id)}
      end
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-sub ${id}-state`}
      data-entry={props.name}
      data-selected={selection.has(props.name) ? '' : undefined}
      data-dim={props.entry.reachable ? undefined : ''}
    >
      <span class={styles.icon}>
        <StateIcon activity={activity()} />
      </span>
      <span
        id={`${id}-title`}
        class={styles.title}
        dir="auto"
        data-strong={activity() === 'idle' ? undefined : ''}
      >
        {title()}
      </span>
      <span class={styles.time}>
        <Since entry={props.entry} />
      </span>
      <span id={`${id}-sub`} class={styles.sub} data-activity={activity()}>
        <span class={styles.said}>
          <Show when={need()} fallback={<StepText entry={props.entry} />}>
            {(text) => <span class={styles.need}>{text()}</span>}
          </Show>
          <span class={styles.where} title={tildePath(props.entry.session.directory, state.info?.home)}>
            {where()}
          </span>
        </span>
        <SessionFacts entry={props.entry} />
      </span>
      <span id={`${id}-state`} hidden>
        {nameActivity(activity())}
        {roster.isPinned(props.name) ? ', pinned' : ''}
        {selection.has(props.name) ? ', selected' : ''}
      </span>
    </A>
  )
}

/** Since when it works, or when it last changed. */
function Since(props: { entry: SessionEntry }): JSX.Element {
  const since = () => (props.entry.status.kind === 'working' ? props.entry.status.since : undefined)
  return (
    <Switch>
      <Match when={since()}>{(at) => <ElapsedTime since={at()} />}</Match>
      <Match when={true}>
        <RelativeTime at={props.entry.updated} />
      </Match>
    </Switch>
  )
}
