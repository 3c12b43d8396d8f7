import { A } from '@solidjs/router'
import type { Session } from '@kilocode/sdk/v2/client'
import Ellipsis from 'lucide-solid/icons/ellipsis'
import { For, Show, type JSX } from 'solid-js'
import type { GitWorktree, WorktreeAct } from '../../../shared/git.ts'
import { titleOfSession } from '../../frame/entry-text.ts'
import { useConsole } from '../../store/context.ts'
import { links } from '../../store/links.ts'
import { escapeInvisible } from '../../ui/escape-invisible.ts'
import { Menu, type MenuItem } from '../../ui/menu.tsx'
import { tildePath } from '../../ui/path-split.ts'
import { PathText } from '../../ui/path-text.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import { sayState } from './worktree-text.ts'
import styles from './worktrees.module.css'

export interface WorktreeRowProps {
  worktree: GitWorktree
  /** The branch that it is merged into. */
  main: string | undefined
  serverId: string
  sessions: readonly Session[]
  /** A session works in it. */
  working: boolean
  busy: boolean
  onAct: (act: WorktreeAct) => void
  onStart: () => void
  onRemove: () => void
}

/** One worktree: its branch, what it has of its own, who works in it, and what can be done with it. */
export const WorktreeRow = (props: WorktreeRowProps): JSX.Element => {
  const { state } = useConsole()
  const branch = () => escapeInvisible(props.worktree.branch ?? 'no branch')
  const main = () => escapeInvisible(props.main ?? 'main')
  const items = (): MenuItem[] => {
    const disabled = props.busy || props.working
    const own: MenuItem[] = [
      { id: 'merge', title: `Merge into ${main()}`, disabled, run: () => props.onAct('merge') },
      {
        id: 'rebase',
        title: `Rebase onto ${main()}`,
        disabled,
        run: () => props.onAct('rebase'),
      },
      { id: 'push', title: 'Push', disabled: props.busy, run: () => props.onAct('push') },
      {
        id: 'remove',
        title: 'Remove…',
        danger: true,
        separated: true,
        disabled: props.busy,
        run: props.onRemove,
      },
    ]
    return [
      { id: 'session', title: 'New session here', run: props.onStart },
      ...(props.worktree.isMain ? [] : own),
    ]
  }
  return (
    <li class={styles.row}>
      <div class={styles.names}>
        <strong>{branch()}</strong>
        <span class={styles.state}>{sayState(props.worktree, props.main)}</span>
        <PathText path={tildePath(props.worktree.directory, state.info?.home)} code />
        <For each={props.sessions.slice(0, 5)}>
          {(session) => (
            <A class={styles.session ?? ''} href={links.session(props.serverId, session.id)}>
              {titleOfSession(session)}
            </A>
          )}
        </For>
      </div>
      <Show when={props.busy}>
        <Spinner label="Working" />
      </Show>
      <Menu name={`Actions of ${branch()}`} items={items()}>
        <Ellipsis size={16} />
      </Menu>
    </li>
  )
}
