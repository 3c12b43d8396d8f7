import Plus from 'lucide-solid/icons/plus'
import SquareTerminal from 'lucide-solid/icons/square-terminal'
import { createSignal, For, Match, onCleanup, Show, Switch, type JSX } from 'solid-js'
import { useConsole } from '../../store/context.ts'
import { isAwaited } from '../../store/types.ts'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { FolderButton } from '../folders/folder-button.tsx'
import { RosterGroup } from './roster-group.tsx'
import { RosterHead } from './roster-head.tsx'
import styles from './roster.module.css'
import { createRowTriggers, type MenuPlace } from './row-triggers.ts'
import { createShownRows, TERMINALS, type ShownRows } from './create-shown-rows.ts'
import { createLayer } from '../../ui/create-layer.tsx'
import { createPart } from '../../ui/create-part.tsx'
import { createMedia } from '../../ui/media.ts'
import { TouchRow } from './touch-row.tsx'
import { ServersPanel } from '../servers/servers-panel.tsx'
import { SessionRow } from '../../frame/session-row.tsx'
import { commandButton } from '../../commands/command-button.ts'
import { COMMAND_LIST } from '../../commands/command-list.ts'
import { runCommand } from '../../commands/registry.ts'
import { useShell } from '../../frame/shell-context.ts'
import { StatusBar } from '../status-bar.tsx'
import { TerminalRow } from '../../frame/terminal-row.tsx'

/** What few need comes when it is wanted. */
const RowMenu = createLayer(async () => (await import('./row-menu.tsx')).RowMenu)
const OlderMatches = createPart(async () => (await import('../older/older-matches.tsx')).OlderMatches)
const SelectionBar = createPart(async () => (await import('./selection-bar.tsx')).SelectionBar)

/** Every session and terminal of every server, by what it needs; below it the servers themselves. */
export function Roster(): JSX.Element {
  const { state } = useConsole()
  const { roster, selection, setRows } = useShell()
  const [filter, setFilter] = createSignal('')
  const [scroller, setScroller] = createSignal<HTMLElement>()

  const [place, setPlace] = createSignal<MenuPlace>()
  const triggers = createRowTriggers(setPlace)
  const rows = createShownRows(roster, filter)
  setRows(() => rows.order)
  onCleanup(() => setRows((now) => (now === rows.order ? undefined : now)))
  const { groups } = rows
  const terminals = () => rows.namesOf(TERMINALS)
  const count = () => groups().length
  const hasOlder = () => state.order.some((id) => state.servers[id]?.more)
  const servers = () => state.order.flatMap((id) => state.servers[id] ?? [])
  const loading = () => state.order.length === 0 || servers().some(isAwaited)
  const failed = () => servers().find(({ load }) => load.status === 'failed')?.load

  return (
    <nav class={styles.roster} aria-label="Roster" {...triggers}>
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
        <For each={groups()}>
          {(id) => <Group id={id} rows={rows} scroller={scroller()} onMenu={setPlace} />}
        </For>
        <Show when={count() > 0 && filter() === '' && hasOlder()}>
          <p class={styles.empty}>Type in the filter to search older sessions by title.</p>
        </Show>
        <Show when={count() === 0}>
          <Switch>
            <Match when={filter().trim() !== ''}>
              <p class={styles.empty}>
                {hasOlder() ? 'None of the newest sessions matches' : 'No session matches'} “{filter()}”.
              </p>
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
        <Show when={filter().trim() !== '' && hasOlder()}>
          <OlderMatches filter={filter()} />
        </Show>
      </div>
      <Show when={selection.names().length > 0}>
        <SelectionBar />
      </Show>
      <Show when={terminals().length > 0}>
        <div class={styles.terminals}>
          <RosterGroup
            title="Terminals"
            names={terminals()}
            total={terminals().length}
            tone="grey"
            row={TerminalRow}
            scroller={undefined}
            onHold={(held) => rows.hold(held ? TERMINALS : undefined)}
          />
        </div>
      </Show>
      <div class={styles.servers}>
        <ServersPanel />
      </div>
      <StatusBar />
      <RowMenu open={place() !== undefined} place={place()} onClose={() => setPlace(undefined)} />
    </nav>
  )
}

function Group(props: {
  id: string
  rows: ShownRows
  scroller: HTMLElement | undefined
  onMenu: (place: MenuPlace) => void
}): JSX.Element {
  const { roster } = useShell()
  const touch = createMedia('(pointer: coarse)')
  const row = (of: { name: string }) => (
    <Show when={touch()} fallback={<SessionRow name={of.name} />}>
      <TouchRow name={of.name} onMenu={props.onMenu} />
    </Show>
  )
  const group = () => roster.groups().find(({ id }) => id === props.id)
  return (
    <RosterGroup
      title={group()?.title ?? ''}
      names={props.rows.namesOf(props.id)}
      total={roster.order().length}
      tone={group()?.tone ?? 'grey'}
      color={group()?.color}
      row={row}
      scroller={props.scroller}
      onHold={(held) => props.rows.hold(held ? props.id : undefined)}
    />
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
