import { A, useParams } from '@solidjs/router'
import FolderX from 'lucide-solid/icons/folder-x'
import Plus from 'lucide-solid/icons/plus'
import SquareTerminal from 'lucide-solid/icons/square-terminal'
import { createMemo, Show, type JSX } from 'solid-js'
import type { ServerProject } from '../../../shared/api.ts'
import { useConsole } from '../../store/context.ts'
import { links } from '../../store/links.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { baseName, tildePath } from '../../ui/path-split.ts'
import { PathText } from '../../ui/path-text.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { OverviewSection } from '../home/overview-section.tsx'
import home from '../home/home.module.css'
import { SessionRow } from '../shell/session-row.tsx'
import { createPage, useShell } from '../shell/shell-context.ts'
import { TerminalRow } from '../shell/terminal-row.tsx'
import styles from './project.module.css'

/** `/servers/:serverId/projects/:projectId`: what belongs to one project. */
export default function Project(): JSX.Element {
  const params = useParams<{ serverId: string; projectId: string }>()
  const { state } = useConsole()
  const server = () => state.servers[params.serverId]
  const project = createMemo(() => server()?.info.projects.find(({ id }) => id === params.projectId))
  createPage({ title: () => nameOf(project()) })
  const loading = () => state.order.length === 0 || server()?.load.status === 'loading'

  return (
    <div class={home.scroll}>
      <div class={home.page}>
        <Show when={project()} fallback={<NoProject loading={loading()} />}>
          {(found) => <OpenProject serverId={params.serverId} project={found()} />}
        </Show>
      </div>
    </div>
  )
}

const nameOf = (project: ServerProject | undefined) =>
  project?.name ?? (project ? baseName(project.worktree) : 'Project')

function OpenProject(props: { serverId: string; project: ServerProject }): JSX.Element {
  const { state } = useConsole()
  const { roster, start } = useShell()
  const place = () => ({ serverId: props.serverId, directory: props.project.worktree })
  const ours = (name: string) => {
    const entry = roster.session(name)
    return entry?.serverId === props.serverId && entry.session.projectID === props.project.id
  }
  const sessions = createMemo(() =>
    [...roster.needsYou(), ...roster.working(), ...roster.recent()].filter(ours),
  )
  const terminals = createMemo(() =>
    roster.terminals().filter((name) => {
      const entry = roster.terminal(name)
      return entry?.serverId === props.serverId && entry.terminal.directory === props.project.worktree
    }),
  )
  return (
    <>
      <header class={styles.head}>
        <div class={styles.names}>
          <h1 class={home.title}>{nameOf(props.project)}</h1>
          <PathText path={tildePath(props.project.worktree, state.info?.home)} code />
        </div>
        <Button icon={<SquareTerminal size={14} />} onClick={() => void start.startIn('terminal', place())}>
          Open a terminal here
        </Button>
        <Button
          variant="primary"
          icon={<Plus size={14} />}
          onClick={() => void start.startIn('session', place())}
        >
          Start a session here
        </Button>
      </header>
      <OverviewSection title="Sessions" names={sessions()} row={SessionRow} />
      <OverviewSection title="Terminals" names={terminals()} row={TerminalRow} />
      <Show when={sessions().length + terminals().length === 0}>
        <EmptyState title="Nothing here yet">
          Start a session with the button above: Kilo works in this folder alone, and asks before it does
          more.
        </EmptyState>
      </Show>
    </>
  )
}

function NoProject(props: { loading: boolean }): JSX.Element {
  return (
    <Show when={!props.loading} fallback={<Skeleton rows={8} height={44} label="Loading the project" />}>
      <EmptyState
        icon={<FolderX />}
        title="This project is not known"
        actions={
          <A class={styles.link ?? ''} href={links.home}>
            Overview
          </A>
        }
      >
        Its server may be stopped, or knows no session in it any longer.
      </EmptyState>
    </Show>
  )
}
