import { A } from '@solidjs/router'
import Folder from 'lucide-solid/icons/folder'
import { createMemo, createSignal, For, Match, Show, Switch, type JSX } from 'solid-js'
import { calledBy } from '../../../frame/called-by.ts'
import { isMarked, nameServer } from '../../../frame/entry-text.ts'
import { useShell } from '../../../frame/shell-context.ts'
import { useConsole } from '../../../store/context.ts'
import { links } from '../../../store/links.ts'
import { isAwaited } from '../../../store/types.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { tildePath } from '../../../ui/path-split.ts'
import { PathText } from '../../../ui/path-text.tsx'
import { ProjectMark } from '../../../ui/project-mark.tsx'
import { RelativeTime } from '../../../ui/time.tsx'
import { SettingsLoading } from '../engine-settings.tsx'
import { isNone, sessionsText, type ProjectRow } from './project-rows.ts'
import styles from './projects.module.css'

/** With more than these one looks for a project by its name. */
const FEW = 8

export function ProjectList(props: { rows: readonly ProjectRow[] }): JSX.Element {
  const { roster } = useShell()
  const [filter, setFilter] = createSignal('')
  const shown = createMemo(() => {
    const words = filter().toLowerCase().split(/\s+/).filter(Boolean)
    if (words.length === 0) return props.rows
    return props.rows.filter(({ project, folders }) => {
      const text = [calledBy(project) ?? '', ...folders].join('\n').toLowerCase()
      return words.every((word) => text.includes(word))
    })
  })
  // A row lives on, with the focus in it, while its sessions change.
  const shownByKey = createMemo(
    () => new Map(shown().map((row) => [`${row.serverId} ${row.project.id}`, row])),
  )
  return (
    <section class={styles.section} role="region" aria-label="Projects">
      <Show when={props.rows.length > 0} fallback={<NoProjects />}>
        <Show when={props.rows.length > FEW}>
          <div class={styles.filter}>
            <input
              type="search"
              class={styles.search}
              aria-label="Search projects"
              placeholder="Search projects"
              value={filter()}
              onInput={(event) => setFilter(event.currentTarget.value)}
            />
            <span class={styles.quiet} role="status">
              {shown().length === props.rows.length
                ? `${props.rows.length} projects`
                : `${shown().length} of ${props.rows.length} projects`}
            </span>
          </div>
        </Show>
        <Show when={shown().length > 0} fallback={<p class={styles.quiet}>No project matches.</p>}>
          <ul class={styles.list}>
            <For each={[...shownByKey().keys()]}>
              {(key) => (
                <Show when={shownByKey().get(key)}>
                  {(row) => (
                    <Show when={isNone(row())} fallback={<Row row={row()} name={nameOf(row())} />}>
                      <WithoutGit row={row()} />
                    </Show>
                  )}
                </Show>
              )}
            </For>
          </ul>
        </Show>
      </Show>
    </section>
  )

  function nameOf({ project }: ProjectRow): string {
    return calledBy(project) ?? roster.folderName(project.worktree)
  }
}

function Row(props: { row: ProjectRow; name: string }): JSX.Element {
  const { state } = useConsole()
  const more = () => props.row.folders.length - 1
  return (
    <li class={styles.item} aria-label={props.name}>
      <A
        class={styles.row}
        href={links.inFolder(links.projects, props.row.serverId, props.row.project.worktree)}
      >
        <span class={styles.names}>
          <span class={styles.name}>
            <ProjectMark color={props.row.project.color} />
            {props.name}
          </span>
          <OfServer row={props.row} />
        </span>
        <PathText path={tildePath(props.row.project.worktree, state.info?.home)} code />
        <span class={styles.facts}>
          <span>{sessionsText(props.row)}</span>
          <Show when={more() > 0}>
            <span>
              {more()} more {more() === 1 ? 'folder' : 'folders'}
            </span>
          </Show>
          <Show when={props.row.lastUsed}>{(at) => <RelativeTime at={at()} />}</Show>
        </span>
      </A>
    </li>
  )
}

/** They are one project to the engine: a name or a colour would be everybody's. */
function WithoutGit(props: { row: ProjectRow }): JSX.Element {
  const { state } = useConsole()
  return (
    <li class={styles.item} aria-label="Folders without git">
      <div class={styles.static}>
        <span class={styles.names}>
          <span class={styles.name}>Folders without git</span>
          <OfServer row={props.row} />
        </span>
        <span class={styles.quiet}>
          They share one project, so none has a name or a colour of its own. Settings and variables each
          folder has.
        </span>
        <ul class={styles.folders}>
          <For each={props.row.folders}>
            {(folder) => (
              <li>
                <A class={styles.link} href={links.inFolder(links.projects, props.row.serverId, folder)}>
                  <PathText path={tildePath(folder, state.info?.home)} code />
                </A>
              </li>
            )}
          </For>
        </ul>
        <span class={styles.facts}>
          <span>{sessionsText(props.row)}</span>
          <Show when={props.row.lastUsed}>{(at) => <RelativeTime at={at()} />}</Show>
        </span>
      </div>
    </li>
  )
}

/** Named where there are several. */
function OfServer(props: { row: ProjectRow }): JSX.Element {
  const { state } = useConsole()
  const info = () => state.servers[props.row.serverId]?.info
  const named = () => {
    const of = info()
    return of && (state.order.length > 1 || isMarked(of)) ? nameServer(of) : undefined
  }
  return <Show when={named()}>{(name) => <span class={styles.quiet}>{name()}</span>}</Show>
}

function NoProjects(): JSX.Element {
  const { state } = useConsole()
  const servers = () => state.order.flatMap((id) => state.servers[id] ?? [])
  const isLoading = () => (servers().length === 0 && state.link === 'connecting') || servers().some(isAwaited)
  return (
    <Switch>
      <Match when={isLoading()}>
        <SettingsLoading />
      </Match>
      <Match when={servers().some(({ info }) => info.health === 'healthy')}>
        <EmptyState icon={<Folder />} title="No projects yet">
          A folder becomes one with its first session. Start it with “New session”.
        </EmptyState>
      </Match>
      <Match when={true}>
        <EmptyState icon={<Folder />} title="No server is running" command="kilo daemon start">
          Projects are kept by the engine. Start one in a shell:
        </EmptyState>
      </Match>
    </Switch>
  )
}
