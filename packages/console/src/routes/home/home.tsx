import Inbox from 'lucide-solid/icons/inbox'
import { lazy, Show, type JSX } from 'solid-js'
import { DAEMON_ID } from '../../../shared/api.ts'
import { runCommand } from '../../commands/registry.ts'
import { useConsole } from '../../store/context.ts'
import { isAwaited } from '../../store/types.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { formatPlural } from '../../ui/format.ts'
import { Skeleton } from '../../ui/skeleton.tsx'
import { VisuallyHidden } from '../../ui/visually-hidden.tsx'
import { FolderButton } from '../../shell/folders/folder-button.tsx'
import { createPage, useShell } from '../../frame/shell-context.ts'
import { SessionRow } from '../../frame/session-row.tsx'
import { ServersPanel } from '../../shell/servers/servers-panel.tsx'
import { readyServers } from '../../shell/folders/create-start.ts'
import { OverviewSection } from '../overview-section.tsx'
import styles from '../overview.module.css'

const RECENT = 8

/** With all that it takes to show a request wholly: loaded when somebody needs you. */
const NeedCard = lazy(async () => ({ default: (await import('./need-card.tsx')).NeedCard }))

/** `/`: who needs you, who works, what was done. */
export default function Home(): JSX.Element {
  const { state } = useConsole()
  const { roster, narrow } = useShell()
  createPage({ title: () => 'Overview' })

  const ready = () => readyServers(state).length > 0
  const any = () => roster.needsYou().length + roster.working().length + roster.recent().length > 0
  const loading = () =>
    state.order.length === 0 || state.order.flatMap((id) => state.servers[id] ?? []).some(isAwaited)

  return (
    <div class={styles.scroll}>
      <div class={styles.page}>
        <Show when={any()} fallback={<Nothing loading={loading()} />}>
          <header class={styles.head}>
            <h1 class={styles.title}>
              {ready() ? summaryOf(roster.needsYou().length, roster.working().length) : 'Nothing is running'}
            </h1>
          </header>
          <OverviewSection title="Needs you" names={roster.needsYou()} row={NeedCard} cards />
          <OverviewSection title="Working" names={roster.working()} row={SessionRow} />
          <OverviewSection title="Recent" names={roster.recent().slice(0, RECENT)} row={SessionRow} />
        </Show>
        {/* On a wide screen they are in the roster, beside this. */}
        <Show when={narrow()}>
          <div class={styles.list}>
            <ServersPanel />
          </div>
        </Show>
      </div>
    </div>
  )
}

function summaryOf(waiting: number, working: number): string {
  const needs = waiting === 1 ? '1 session needs you' : `${formatPlural(waiting, 'session')} need you`
  const works = working === 1 ? '1 is working' : `${working} are working`
  if (waiting > 0) return working > 0 ? `${needs}, ${works}` : needs
  return working > 0 ? `Nothing needs you, ${works}` : 'Nothing needs you'
}

/** Before anything is known, and before anything was started. */
function Nothing(props: { loading: boolean }): JSX.Element {
  const { state, reloadFailed } = useConsole()
  const ready = () => readyServers(state).length > 0
  const failure = () =>
    state.order.map((id) => state.servers[id]?.load).find((load) => load?.status === 'failed')
  return (
    <>
      <VisuallyHidden>
        <h1>Overview</h1>
      </VisuallyHidden>
      <Show when={!props.loading} fallback={<Skeleton rows={8} height={44} label="Loading the overview" />}>
        <Show
          when={ready()}
          fallback={
            <EmptyState icon={<Inbox />} title="No server is running" command="kilo daemon start">
              {state.servers[DAEMON_ID]
                ? 'Start the daemon with the button under Servers, or in a shell:'
                : 'Start one in a shell:'}
            </EmptyState>
          }
        >
          <Show when={failure()} fallback={<FirstRun />}>
            <EmptyState
              icon={<Inbox />}
              title="Couldn’t load sessions"
              command="kilo doctor"
              actions={<Button onClick={reloadFailed}>Try again</Button>}
            />
          </Show>
        </Show>
      </Show>
    </>
  )
}

function FirstRun(): JSX.Element {
  return (
    <EmptyState
      icon={<Inbox />}
      title="No sessions yet"
      command={'kilo run "explain this project"'}
      actions={
        <>
          <Button variant="primary" size="large" onClick={() => runCommand('new-session')}>
            Start your first session
          </Button>
          <FolderButton centred />
        </>
      }
    >
      A session is one conversation with Kilo about one project. Sessions that you start in a shell show up
      here too.
    </EmptyState>
  )
}
