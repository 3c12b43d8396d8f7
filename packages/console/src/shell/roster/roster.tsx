import Plus from 'lucide-solid/icons/plus'
import SquareTerminal from 'lucide-solid/icons/square-terminal'
import { createMemo, createSignal, Match, Show, Switch, type JSX } from 'solid-js'
import { useConsole } from '../../store/context.ts'
import { isAwaited } from '../../store/types.ts'
import { Button } from '../../ui/button.tsx'
import { scoreMatch } from '../../ui/fuzzy.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { titleOfSession, titleOfTerminal } from '../../frame/entry-text.ts'
import { FolderButton } from '../folders/folder-button.tsx'
import { RosterGroup } from './roster-group.tsx'
import { RosterHead } from './roster-head.tsx'
import styles from './roster.module.css'
import { ServersPanel } from '../servers/servers-panel.tsx'
import { SessionRow } from '../../frame/session-row.tsx'
import { commandButton } from '../../commands/command-button.ts'
import { COMMAND_LIST } from '../../commands/command-list.ts'
import { runCommand } from '../../commands/registry.ts'
import { useShell } from '../../frame/shell-context.ts'
import { StatusBar } from '../status-bar.tsx'
import { TerminalRow } from '../../frame/terminal-row.tsx'

/** Every session and terminal of every server, by what it needs; below it the servers themselves. */
export function Roster(): JSX.Element {
  const { state } = useConsole()
  const { roster } = useShell()
  const [filter, setFilter] = createSignal('')
  const [scroller, setScroller] = createSignal<HTMLElement>()

  const matches = (texts: string[]) => scoreMatch(filter(), texts.join(' ')) > 0
  const sessions = (names: () => string[]) =>
    createMemo(() => (filter().trim() === '' ? names() : names().filter(matchesSession)))
  const matchesSession = (name: string) => {
    const entry = roster.session(name)
    if (!entry) return false
    return matches([titleOfSession(entry.session), roster.folderName(entry.session.directory)])
  }
  const needsYou = sessions(roster.needsYou)
  const working = sessions(roster.working)
  const recent = sessions(roster.recent)
  const terminals = createMemo(() =>
    roster.terminals().filter((name) => {
      const entry = roster.terminal(name)
      return entry && matches([titleOfTerminal(entry), entry.terminal.cwd])
    }),
  )
  const count = () => needsYou().length + working().length + recent().length
  const servers = () => state.order.flatMap((id) => state.servers[id] ?? [])
  const loading = () => state.order.length === 0 || servers().some(isAwaited)
  const failed = () => servers().find(({ load }) => load.status === 'failed')?.load

  return (
    <nav class={styles.roster} aria-label="Roster">
      <RosterHead filter={filter()} onFilter={setFilter} />
      <div class={styles.start}>
        <Button
          class={styles.new ?? ''}
          icon={<Plus size={14} />}
          keys={COMMAND_LIST['new-session'].keys}
          onClick={() => runCommand('new-session')}
        >
          {COMMAND_LIST['new-session'].title}
        </Button>
        <IconButton {...commandButton('new-terminal')}>
          <SquareTerminal />
        </IconButton>
        <FolderButton />
      </div>
      <div class={styles.scroll} ref={setScroller}>
        <RosterGroup
          title="Needs you"
          names={needsYou()}
          tone="amber"
          row={SessionRow}
          scroller={scroller()}
        />
        <RosterGroup title="Working" names={working()} tone="blue" row={SessionRow} scroller={scroller()} />
        <RosterGroup title="Recent" names={recent()} tone="grey" row={SessionRow} scroller={scroller()} />
        <Show when={recent().length > 0 && state.order.some((id) => state.servers[id]?.more)}>
          <p class={styles.empty}>Older sessions are not listed.</p>
        </Show>
        <Show when={count() === 0}>
          <Switch>
            <Match when={filter().trim() !== ''}>
              <p class={styles.empty}>No session matches “{filter()}”.</p>
            </Match>
            <Match when={failed()}>{(load) => <LoadFailed load={load()} />}</Match>
            <Match when={loading()}>
              <Skeleton rows={6} height={44} label="Loading sessions" />
            </Match>
            <Match when={true}>
              <p class={styles.empty}>
                No sessions yet. Start one with “New session”, or run kilo in a project.
              </p>
            </Match>
          </Switch>
        </Show>
      </div>
      <Show when={terminals().length > 0}>
        <div class={styles.terminals}>
          <RosterGroup
            title="Terminals"
            names={terminals()}
            tone="grey"
            row={TerminalRow}
            scroller={undefined}
          />
        </div>
      </Show>
      <div class={styles.servers}>
        <ServersPanel />
      </div>
      <StatusBar />
    </nav>
  )
}

function LoadFailed(props: {
  load: { status: string; problem?: { message: string; hint?: string } }
}): JSX.Element {
  const { reloadFailed } = useConsole()
  return (
    <div class={styles.failed}>
      <Notice
        tone="error"
        title={props.load.problem?.message ?? 'Couldn’t load sessions.'}
        hint={props.load.problem?.hint}
        onRetry={reloadFailed}
      />
    </div>
  )
}
