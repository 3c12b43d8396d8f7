import ArchiveIcon from 'lucide-solid/icons/archive'
import { createSignal, For, Match, Show, Switch, type JSX } from 'solid-js'
import { runCommand } from '../../commands/registry.ts'
import { createPage } from '../../frame/shell-context.ts'
import { useConsole } from '../../store/context.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import styles from '../overview.module.css'
import { ArchivedRow } from './archived-row.tsx'
import own from './archive.module.css'
import { createArchive, type Archive } from './create-archive.ts'
import { emptinessOf } from './emptiness.ts'

/** `/archive`: sessions that were put away, on all servers. */
export default function ArchivePage(): JSX.Element {
  createPage({ title: () => 'Archive' })
  const [search, setSearch] = createSignal('')
  const archive = createArchive(search)
  return (
    <div class={styles.scroll}>
      <div class={styles.page}>
        <header class={styles.head}>
          <h1 class={styles.title}>Archive</h1>
          <Button class={own.import ?? ''} onClick={() => runCommand('import-session')}>
            Import session…
          </Button>
        </header>
        <section role="region" aria-label="Archive" class={own.region}>
          <p class={own.note}>
            An archived session stays as it is and can be read. The engine has no way to take it back: a copy
            goes on in its place.
          </p>
          <input
            class={own.search}
            type="search"
            aria-label="Search the archive"
            placeholder="Search by title"
            autocomplete="off"
            dir="auto"
            value={search()}
            onInput={(event) => setSearch(event.currentTarget.value)}
          />
          <Show when={archive.problem()}>
            {(problem) => (
              <Notice
                tone="error"
                title={`Couldn’t load the archive: ${problem().message}`}
                hint={problem().hint}
                onRetry={archive.more}
              />
            )}
          </Show>
          <ul class={styles.list}>
            <For each={archive.entries()}>
              {(entry) => <ArchivedRow entry={entry} onDeleted={() => archive.forget(entry)} />}
            </For>
          </ul>
          <Show when={archive.entries().length === 0} fallback={<More archive={archive} />}>
            <None archive={archive} searching={search().trim() !== ''} />
          </Show>
        </section>
      </div>
    </div>
  )
}

function More(props: { archive: Archive }): JSX.Element {
  return (
    <Show when={props.archive.hasMore()}>
      <Button busy={props.archive.loading()} onClick={props.archive.more}>
        Show more
      </Button>
    </Show>
  )
}

function None(props: { archive: Archive; searching: boolean }): JSX.Element {
  const { state } = useConsole()
  const why = () =>
    emptinessOf({
      loading: props.archive.loading(),
      failed: props.archive.problem() !== undefined,
      isUp: state.order.some((id) => state.servers[id]?.info.health === 'healthy'),
      hasMore: props.archive.hasMore(),
      searching: props.searching,
    })
  return (
    <Switch
      fallback={
        <EmptyState icon={<ArchiveIcon />} title="Nothing is archived">
          “Archive session” in a session’s menu puts it here.
        </EmptyState>
      }
    >
      <Match when={why() === 'failed'}>{null}</Match>
      <Match when={why() === 'loading'}>
        <Skeleton rows={5} height={52} label="Loading the archive" />
      </Match>
      <Match when={why() === 'no-server'}>
        <EmptyState icon={<ArchiveIcon />} title="No server is running" command="kilo daemon start">
          Each server keeps its own archive. Start one in a shell:
        </EmptyState>
      </Match>
      <Match when={why() === 'not-yet'}>
        <EmptyState
          icon={<ArchiveIcon />}
          title="None among the newest sessions"
          actions={<More archive={props.archive} />}
        >
          The server lists archived sessions among all others. Older ones have not been looked at yet.
        </EmptyState>
      </Match>
      <Match when={why() === 'not-found'}>
        <EmptyState icon={<ArchiveIcon />} title="No archived session has this in its title" />
      </Match>
    </Switch>
  )
}
