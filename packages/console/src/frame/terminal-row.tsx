import { A } from '@solidjs/router'
import SquareTerminal from 'lucide-solid/icons/square-terminal'
import { createUniqueId, Show, type JSX } from 'solid-js'
import { useConsole } from '../store/context.ts'
import { links } from '../store/links.ts'
import type { TerminalEntry } from '../store/roster.ts'
import { tildePath } from '../ui/path-split.ts'
import { PathText } from '../ui/path-text.tsx'
import { VisuallyHidden } from '../ui/visually-hidden.tsx'
import { nameServer, titleOfTerminal } from './entry-text.ts'
import styles from './row.module.css'
import { useShell } from './shell-context.ts'

/** One terminal: a link named by its title, described by its folder and how it ended. `name` is its key in the roster view. */
export function TerminalRow(props: { name: string }): JSX.Element {
  const { roster } = useShell()
  return (
    <Show when={roster.terminal(props.name)}>{(entry) => <Row entry={entry()} name={props.name} />}</Show>
  )
}

function Row(props: { entry: TerminalEntry; name: string }): JSX.Element {
  const { state } = useConsole()
  const { roster } = useShell()
  const id = createUniqueId()
  const terminal = () => props.entry.terminal
  const server = () => {
    const info = state.servers[props.entry.serverId]?.info
    return roster.manyServers() && info ? nameServer(info) : undefined
  }
  const isFlooding = () =>
    state.servers[props.entry.serverId]?.info.floods?.some(({ ptyID }) => ptyID === terminal().id) ?? false
  const ended = () => (terminal().status === 'exited' ? `exited (${terminal().exitCode ?? '?'})` : '')
  return (
    <A
      class={styles.row}
      href={links.terminal(props.entry.serverId, terminal().id)}
      end
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-sub`}
      data-entry={props.name}
      data-dim={props.entry.reachable ? undefined : ''}
    >
      <span class={styles.icon}>
        <SquareTerminal size={14} aria-hidden="true" />
      </span>
      <span id={`${id}-title`} class={styles.title}>
        {titleOfTerminal(props.entry)}
      </span>
      <span class={styles.time} data-warn={isFlooding() ? '' : undefined}>
        {isFlooding() ? 'paused' : ended()}
      </span>
      <span id={`${id}-sub`} class={`${styles.sub} ${styles.path}`}>
        <Show when={isFlooding()}>
          <VisuallyHidden>Prints too fast, paused. </VisuallyHidden>
        </Show>
        <PathText path={tildePath(terminal().cwd, state.info?.home)} />
        <Show when={server()}>{(name) => <span class={styles.where}>{name()}</span>}</Show>
      </span>
    </A>
  )
}
