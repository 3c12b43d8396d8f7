import Search from 'lucide-solid/icons/search'
import { createEffect, createSignal, onMount, Show } from 'solid-js'
import { commandButton } from '../commands/command-button.ts'
import { contributeCommands } from '../commands/registry.ts'
import { useConsole } from '../store/context.ts'
import type { Terminal } from '../store/types.ts'
import { nameTerminal } from './screen/title.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { tildePath } from '../ui/path-split.ts'
import { titleOfTerminal } from '../frame/entry-text.ts'
import { createAttachedTerminal } from './attached-terminal.ts'
import { FloodBar } from './flood-bar.tsx'
import { PasteBar } from './paste-bar.tsx'
import { SearchBar } from './search-bar.tsx'
import { StatusLine } from './status-line.tsx'
import { statusOf } from './status-text.ts'
import styles from './terminal-view.module.css'
import { TouchKeyRow } from './touch-key-row.tsx'

export interface TerminalViewProps {
  serverId: string
  /** As the roster has it, or had it last. */
  terminal: Terminal
  /** Whether it is the one on screen; the others keep their text and their connection. */
  active: boolean
  onRestart: () => Promise<void>
  onClose: () => void
}

const hasFingers = () => matchMedia('(pointer: coarse)').matches

/** One terminal: its screen, the line that says how it is, and on a phone the keys that the keyboard lacks. */
export function TerminalView(props: TerminalViewProps) {
  const console = useConsole()
  const { id: ptyId, directory } = props.terminal
  const attached = createAttachedTerminal({ serverId: props.serverId, ptyId, directory })
  const { state } = attached
  const [restarting, setRestarting] = createSignal(false)
  let host: HTMLDivElement | undefined

  const server = () => console.state.servers[props.serverId]
  const flood = () => server()?.info.floods?.find(({ ptyID }) => ptyID === ptyId)
  const status = () =>
    statusOf({
      connection: state.connection,
      health: server()?.info.health,
      opened: state.opened,
      refused: state.refused,
      cleaned: state.cleaned,
    })

  contributeCommands(() =>
    props.active
      ? [
          { id: 'terminal.find', run: () => attached.setSearching(!state.searching) },
          { id: 'terminal.copy', run: () => attached.attachment()?.screen.copySelection() },
        ]
      : [],
  )

  onMount(() => {
    if (host) attached.attach(host)
    // These read the attachment, so they come after it.
    createEffect(() => {
      if (props.terminal.status === 'exited') attached.attachment()?.exited(props.terminal.exitCode ?? 0)
    })
    createEffect(() => {
      if (console.state.link === 'connected' && server()?.info.health === 'healthy')
        attached.attachment()?.retryNow()
    })
    createEffect(() => {
      // On a phone the keyboard would jump up over what one came to read.
      if (props.active && !hasFingers()) attached.attachment()?.screen.focus()
    })
  })

  async function restart(): Promise<void> {
    setRestarting(true)
    await props.onRestart()
    setRestarting(false)
  }

  function typeKey(input: (applicationCursor: boolean) => string): void {
    const screen = attached.attachment()?.screen
    screen?.input(input(screen.applicationCursor))
  }

  return (
    <section
      class={styles.view}
      hidden={!props.active}
      aria-label={nameTerminal(titleOfTerminal(props))}
      data-connection={state.connection.name}
    >
      <div class={styles.area}>
        <div ref={(element) => (host = element)} class={styles.host} />
        <Show when={state.searching}>
          <SearchBar
            screen={attached.attachment()?.screen}
            found={state.found}
            onClose={() => attached.setSearching(false)}
          />
        </Show>
        <Show when={flood()}>
          {(halted) => <FloodBar flood={halted()} onClose={() => props.onClose()} />}
        </Show>
        <Show when={state.pasting}>
          {(question) => <PasteBar question={question()} onDone={() => attached.endPasting()} />}
        </Show>
      </div>
      <StatusLine
        status={status()}
        link={state.link}
        onDismissLink={() => attached.dismissLink()}
        title={state.title}
        cwd={tildePath(props.terminal.cwd, console.state.info?.home)}
        restarting={restarting()}
        onRestart={() => void restart()}
        actions={
          <IconButton {...commandButton('terminal.find')} size="small" aria-pressed={state.searching}>
            <Search />
          </IconButton>
        }
      />
      <TouchKeyRow ctrl={state.ctrl} onCtrl={(held) => attached.holdCtrl(held)} onKey={typeKey} />
    </section>
  )
}
