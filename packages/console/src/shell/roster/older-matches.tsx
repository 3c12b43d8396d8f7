import { A } from '@solidjs/router'
import type { GlobalSession } from '@kilocode/sdk/v2/client'
import {
  createEffect,
  createResource,
  createSignal,
  createUniqueId,
  For,
  Match,
  onCleanup,
  Switch,
  type JSX,
} from 'solid-js'
import { titleOfSession } from '../../frame/entry-text.ts'
import row from '../../frame/row.module.css'
import { useShell } from '../../frame/shell-context.ts'
import { searchSessions } from '../../sdk/search-sessions.ts'
import { toProblem } from '../../sdk/problem.ts'
import { useConsole } from '../../store/context.ts'
import { links } from '../../store/links.ts'
import type { LayerProps } from '../../ui/create-layer.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { StateIcon } from '../../ui/state-icon.tsx'
import { RelativeTime } from '../../ui/time.tsx'
import { unlisted } from './unlisted.ts'
import styles from './roster.module.css'

/** Of each server. */
const MOST = 30
/** Who is still typing is not asked for. Milliseconds. */
const TYPING_MS = 250

/** Sessions that the roster does not list, for they are too old, by their titles: asked of the servers. */
export function OlderMatches(props: LayerProps & { filter: string }): JSX.Element {
  const { state } = useConsole()
  const heading = createUniqueId()
  const query = createSettled(() => props.filter.trim())
  const [found, { refetch }] = createResource(query, async (words) => {
    const servers = state.order.filter(
      (id) => state.servers[id]?.more && state.servers[id].info.health === 'healthy',
    )
    const answers = await Promise.all(
      servers.map(async (serverId) =>
        (await searchSessions(serverId, words, MOST)).map((session) => ({ serverId, session })),
      ),
    )
    return answers.flat()
  })
  const results = () => unlisted(state.servers, found.error === undefined ? (found.latest ?? []) : [])
  const isAsked = () => found.loading || query() !== props.filter.trim()
  return (
    <section class={styles.group} role="group" aria-labelledby={heading} aria-busy={isAsked()}>
      <h2 class={styles.heading}>
        <span id={heading}>Older</span>
      </h2>
      <Switch fallback={<p class={styles.empty}>No older session’s title matches.</p>}>
        <Match when={isAsked()}>
          <Skeleton rows={2} height={44} label="Searching older sessions" />
        </Match>
        <Match when={found.error as unknown}>
          {(error) => (
            <div class={styles.failed}>
              <Notice
                tone="error"
                title={`Couldn’t search: ${toProblem(error()).message}`}
                onRetry={() => void refetch()}
              />
            </div>
          )}
        </Match>
        <Match when={results().length > 0}>
          <For each={results()}>{(each) => <OlderRow {...each} />}</For>
        </Match>
      </Switch>
    </section>
  )
}

function OlderRow(props: { serverId: string; session: GlobalSession }): JSX.Element {
  const { roster } = useShell()
  const id = createUniqueId()
  return (
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
  )
}

/** What stands still for a moment. */
function createSettled(text: () => string): () => string {
  const [settled, setSettled] = createSignal('')
  createEffect(() => {
    const now = text()
    const timer = setTimeout(() => setSettled(now), TYPING_MS)
    onCleanup(() => clearTimeout(timer))
  })
  return settled
}
