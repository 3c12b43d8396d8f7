import { A } from '@solidjs/router'
import Pin from 'lucide-solid/icons/pin'
import { createUniqueId, For, Match, Show, Switch, type JSX } from 'solid-js'
import { createPinning } from '../../frame/create-pinning.ts'
import { titleOfSession } from '../../frame/entry-text.ts'
import row from '../../frame/row.module.css'
import { useShell } from '../../frame/shell-context.ts'
import { links } from '../../store/links.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { StateIcon } from '../../ui/state-icon.tsx'
import { RelativeTime } from '../../ui/time.tsx'
import styles from '../roster/roster.module.css'
import { createOlder, type OlderSession } from './create-older.ts'
import { OlderFailed } from './older-failed.tsx'
import { olderText } from './older-text.ts'

/** What the roster's filter finds beyond the sessions that it lists. */
export function OlderMatches(props: { filter: string }): JSX.Element {
  const heading = createUniqueId()
  const older = createOlder(() => props.filter)
  const said = () =>
    olderText({
      isAsked: older.isAsked(),
      found: older.found().length,
      hasMore: older.hasMore(),
      failed: older.failed().length,
    })
  return (
    <section class={styles.group} role="group" aria-labelledby={heading} aria-busy={older.isAsked()}>
      <h2 class={styles.heading}>
        <span id={heading}>Older</span>
      </h2>
      <Switch>
        <Match when={older.isAsked()}>
          <Skeleton rows={2} height={44} label="Searching older sessions" />
        </Match>
        <Match when={true}>
          <For each={older.found()}>{(each) => <OlderRow {...each} />}</For>
          <Show when={older.hasMore() || older.found().length === 0}>
            <p class={styles.empty}>{said()}</p>
          </Show>
          <Show when={older.failed().length > 0}>
            <div class={styles.failed}>
              <OlderFailed older={older} />
            </div>
          </Show>
        </Match>
      </Switch>
    </section>
  )
}

function OlderRow(props: OlderSession): JSX.Element {
  const { roster } = useShell()
  const setPinned = createPinning()
  const id = createUniqueId()
  return (
    <div class={styles.withButton}>
      <A
        class={row.row}
        href={links.session(props.serverId, props.session.id)}
        end
        aria-labelledby={`${id}-title`}
        aria-describedby={`${id}-sub`}
      >
        <span class={row.icon}>
          <StateIcon activity="idle" />
        </span>
        <span id={`${id}-title`} class={row.title} dir="auto">
          {titleOfSession(props.session)}
        </span>
        <span class={row.time}>
          <RelativeTime at={props.session.time.updated} />
        </span>
        <span id={`${id}-sub`} class={row.sub}>
          <span class={row.said}>
            <span class={row.where}>{roster.folderName(props.session.directory)}</span>
          </span>
        </span>
      </A>
      <IconButton
        name={`Pin session: ${titleOfSession(props.session)}`}
        size="small"
        onClick={() => setPinned({ serverId: props.serverId, sessionId: props.session.id }, true)}
      >
        <Pin />
      </IconButton>
    </div>
  )
}
