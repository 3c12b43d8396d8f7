import { A, useParams } from '@solidjs/router'
import FolderX from 'lucide-solid/icons/folder-x'
import Plus from 'lucide-solid/icons/plus'
import SquareTerminal from 'lucide-solid/icons/square-terminal'
import { createMemo, For, Show, type JSX } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import { DAEMON_ID, NO_PROJECT, type ServerProject } from '../../../shared/api.ts'
import { useConsole } from '../../store/context.ts'
import { isAwaited } from '../../store/types.ts'
import { links } from '../../store/links.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { nameFolder } from '../../ui/folder-names.ts'
import { tildePath } from '../../ui/path-split.ts'
import { PathText } from '../../ui/path-text.tsx'
import { ProjectMark } from '../../ui/project-mark.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { OverviewSection } from '../overview-section.tsx'
import home from '../overview.module.css'
import { SessionRow } from '../../frame/session-row.tsx'
import { createPage, useShell } from '../../frame/shell-context.ts'
import { TerminalRow } from '../../frame/terminal-row.tsx'
import { foldersOfProject, nameProject, type ProjectFolder } from './folders.ts'
import styles from './project.module.css'
import { Worktrees } from './worktrees.tsx'

/** `/servers/:serverId/projects/:projectId`: what belongs to one project. */
export default function Project(): JSX.Element {
  const params = useParams<{ serverId: string; projectId: string }>()
  const { state } = useConsole()
  const { roster } = useShell()
  const server = () => state.servers[params.serverId]
  const project = createMemo(() => server()?.info.projects.find(({ id }) => id === params.projectId))
  const name = () => nameProject(project(), (directory) => roster.folderName(directory))
  createPage({ title: name })
  const loading = () => {
    const found = server()
    return state.order.length === 0 || (found !== undefined && isAwaited(found))
  }

  return (
    <div class={home.scroll}>
      <div class={home.page}>
        <Show when={project()} fallback={<NoProject loading={loading()} />}>
          {(found) => <OpenProject serverId={params.serverId} project={found()} name={name()} />}
        </Show>
      </div>
    </div>
  )
}

function OpenProject(props: { serverId: string; project: ServerProject; name: string }): JSX.Element {
  const { state } = useConsole()
  const { roster } = useShell()
  const folders = createMemo(() => {
    const { needsYou, working, recent } = roster
    const ours = <E extends { serverId: string }>(keys: string[], find: (key: string) => E | undefined) =>
      keys.flatMap((key) => {
        const entry = find(key)
        return entry?.serverId === props.serverId ? [{ key, entry }] : []
      })
    return foldersOfProject(
      props.project,
      ours([...needsYou(), ...working(), ...recent()], (key) => roster.session(key)),
      ours(roster.terminals(), (key) => roster.terminal(key)),
    )
  })
  const byDirectory = createMemo(() => new Map(folders().map((folder) => [folder.directory, folder])))
  const several = () => folders().length > 1
  return (
    <>
      <Show when={several()}>
        <h1 class={home.title}>
          <ProjectMark color={props.project.color} />
          {nameProject(props.project, (directory) => nameFolder(directory, state.info?.home))}
        </h1>
      </Show>
      <For each={[...byDirectory().keys()]}>
        {(directory) => (
          <Show when={byDirectory().get(directory)}>
            {(folder) => (
              <FolderSection
                serverId={props.serverId}
                folder={folder()}
                name={several() ? roster.folderName(directory) : props.name}
                heading={several() ? 'h2' : 'h1'}
                color={props.project.color}
              />
            )}
          </Show>
        )}
      </For>
      <Show when={props.serverId === DAEMON_ID && props.project.id !== NO_PROJECT}>
        <Worktrees serverId={props.serverId} directory={props.project.worktree} />
      </Show>
    </>
  )
}

function FolderSection(props: {
  serverId: string
  folder: ProjectFolder
  name: string
  heading: 'h1' | 'h2'
  color: ServerProject['color']
}): JSX.Element {
  const { state } = useConsole()
  return (
    <section class={styles.folder} aria-label={props.name}>
      <header class={styles.head}>
        <div class={styles.names}>
          <Dynamic component={props.heading} class={home.title}>
            <Show when={props.heading === 'h1'}>
              <ProjectMark color={props.color} />
            </Show>
            {props.name}
          </Dynamic>
          <PathText path={tildePath(props.folder.directory, state.info?.home)} code />
        </div>
        <Acts serverId={props.serverId} directory={props.folder.directory} primary={props.heading === 'h1'} />
      </header>
      <OverviewSection title="Sessions" names={props.folder.sessions} row={SessionRow} />
      <OverviewSection title="Terminals" names={props.folder.terminals} row={TerminalRow} />
      <Show when={props.folder.sessions.length + props.folder.terminals.length === 0}>
        <EmptyState title="Nothing here yet">
          Start a session with the button above: Kilo works in this folder alone, and asks before it does
          more.
        </EmptyState>
      </Show>
    </section>
  )
}

/** What can be begun in a folder. */
function Acts(props: { serverId: string; directory: string; primary: boolean }): JSX.Element {
  const { can } = useConsole()
  const { start } = useShell()
  const place = () => ({ serverId: props.serverId, directory: props.directory })
  return (
    <div class={styles.acts}>
      <Show when={can(props.serverId, 'configuration')}>
        <A class={styles.settings} href={links.inFolder(links.projects, props.serverId, props.directory)}>
          Project settings
        </A>
      </Show>
      <Button icon={<SquareTerminal size={14} />} onClick={() => void start.startIn('terminal', place())}>
        New terminal here
      </Button>
      <Button
        variant={props.primary ? 'primary' : 'quiet'}
        icon={<Plus size={14} />}
        onClick={() => void start.startIn('session', place())}
      >
        New session here
      </Button>
    </div>
  )
}

function NoProject(props: { loading: boolean }): JSX.Element {
  return (
    <Show when={!props.loading} fallback={<Skeleton rows={8} height={44} label="Loading the project" />}>
      <EmptyState
        icon={<FolderX />}
        title="Project not found"
        actions={
          <A class={styles.link ?? ''} href={links.home}>
            Overview
          </A>
        }
      >
        Its server may be stopped, or have no session in it any more.
      </EmptyState>
    </Show>
  )
}
