import { A } from '@solidjs/router'
import FolderX from 'lucide-solid/icons/folder-x'
import { createMemo, For, Show, type JSX } from 'solid-js'
import { DAEMON_ID } from '../../../../shared/api.ts'
import { calledBy } from '../../../frame/called-by.ts'
import { useShell } from '../../../frame/shell-context.ts'
import { useConsole } from '../../../store/context.ts'
import { links } from '../../../store/links.ts'
import { isAwaited } from '../../../store/types.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { tildePath } from '../../../ui/path-split.ts'
import { PathText } from '../../../ui/path-text.tsx'
import { ProjectMark } from '../../../ui/project-mark.tsx'
import { SettingsLoading } from '../engine-settings.tsx'
import { Defaults } from './defaults.tsx'
import { Identity } from './identity.tsx'
import { isNone, rowOfFolder, type ProjectRow } from './project-rows.ts'
import styles from './projects.module.css'
import { Variables } from './variables.tsx'

/** One project, by one of its folders: settings are a folder's, name and colour the project's. */
export function OpenProject(props: {
  serverId: string
  folder: string
  rows: readonly ProjectRow[]
}): JSX.Element {
  const { state } = useConsole()
  const row = createMemo(() => rowOfFolder(props.rows, props.serverId, props.folder))
  // What was open stays to be seen when its server ends.
  const shown = createMemo<ProjectRow | undefined>((before) => row() ?? before)
  const isDown = () => state.link !== 'connected' || row() === undefined
  const isLoading = () => {
    const server = state.servers[props.serverId]
    return server ? isAwaited(server) : state.order.length === 0 && state.link === 'connecting'
  }
  return (
    <>
      <A class={styles.back} href={links.projects}>
        All projects
      </A>
      <Show when={shown()} fallback={isLoading() ? <SettingsLoading /> : <NoProject />}>
        {(found) => <Sections row={found()} folder={props.folder} isDown={isDown()} />}
      </Show>
    </>
  )
}

function Sections(props: { row: ProjectRow; folder: string; isDown: boolean }): JSX.Element {
  const { roster } = useShell()
  const { can } = useConsole()
  const ownName = () => roster.folderName(isNone(props.row) ? props.folder : props.row.project.worktree)
  const name = () => (isNone(props.row) ? undefined : calledBy(props.row.project)) ?? ownName()
  const place = { serverId: props.row.serverId, directory: props.folder }
  return (
    <>
      <h2 class={styles.title}>
        <ProjectMark color={isNone(props.row) ? undefined : props.row.project.color} />
        {name()}
      </h2>
      <Show
        when={!isNone(props.row)}
        fallback={
          <p class={styles.quiet}>
            This folder is in no git repository. All such folders are one project to the engine, so it can
            have no name or colour of its own.
          </p>
        }
      >
        <Identity row={props.row} ownName={ownName()} isDown={props.isDown} />
      </Show>
      <Folders row={props.row} folder={props.folder} />
      <Show when={can(place.serverId, 'configuration')}>
        <Defaults place={place} />
      </Show>
      <Show when={place.serverId === DAEMON_ID}>
        <Variables place={place} isDown={props.isDown} isProject={!isNone(props.row)} />
      </Show>
    </>
  )
}

function Folders(props: { row: ProjectRow; folder: string }): JSX.Element {
  const { state } = useConsole()
  return (
    <section class={styles.section} role="region" aria-label="Folders">
      <h3 class={styles.heading}>Folders</h3>
      <ul class={styles.list}>
        <For each={isNone(props.row) ? [props.folder] : props.row.folders}>
          {(folder) => (
            <li class={styles.folder} data-open={folder === props.folder ? '' : undefined}>
              <PathText path={tildePath(folder, state.info?.home)} code />
              <Show
                when={folder === props.folder}
                fallback={
                  <A class={styles.link} href={links.inFolder(links.projects, props.row.serverId, folder)}>
                    Settings of this folder
                  </A>
                }
              >
                <Show when={props.row.folders.length > 1}>
                  <span class={styles.quiet}>its settings are below</span>
                </Show>
              </Show>
            </li>
          )}
        </For>
      </ul>
      <Show when={!isNone(props.row)}>
        <p class={styles.quiet}>
          <A class={styles.link} href={links.project(props.row.serverId, props.row.project.id)}>
            Sessions, terminals and worktrees
          </A>{' '}
          of this project.
        </p>
      </Show>
    </section>
  )
}

const NoProject = (): JSX.Element => (
  <EmptyState icon={<FolderX />} title="Project not found">
    Its server may be stopped, or nobody has worked in this folder.
  </EmptyState>
)
