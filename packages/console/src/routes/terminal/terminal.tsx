import { useNavigate, useParams } from '@solidjs/router'
import { createEffect, createMemo, createSignal, For, Show } from 'solid-js'
import { useConsole } from '../../store/context.ts'
import { links } from '../../store/links.ts'
import type { Terminal } from '../../store/types.ts'
import { nameTerminal } from '../../terminal/screen/title.ts'
import { Button } from '../../ui/button.tsx'
import { VisuallyHidden } from '../../ui/visually-hidden.tsx'
import { titleOfTerminal } from '../../frame/entry-text.ts'
import { reportFailure } from '../../frame/report-failure.ts'
import { RosterButton } from '../../frame/top-bar.tsx'
import { ConfirmClose } from '../../terminal/confirm-close.tsx'
import { createClosing } from '../../terminal/create-closing.ts'
import { keepTerminal, type KeptTerminal } from '../../terminal/kept-terminals.ts'
import { createKeyboardInset } from '../../terminal/keyboard-inset.ts'
import { TerminalAbsence } from '../../terminal/terminal-absence.tsx'
import { TerminalTabs } from '../../terminal/terminal-tabs.tsx'
import { TerminalView } from '../../terminal/terminal-view.tsx'
import styles from './terminal.module.css'

const titleOf = (terminal: Terminal | undefined) => (terminal ? titleOfTerminal({ terminal }) : '')

/** The terminals of one server: one on screen, those shown lately alive behind it. */
export default function TerminalRoute() {
  const console = useConsole()
  const navigate = useNavigate()
  const params = useParams<{ serverId: string; ptyId: string }>()
  const [kept, setKept] = createSignal<KeptTerminal[]>([])
  const keyboard = createKeyboardInset()

  const server = () => console.state.servers[params.serverId]
  const isCurrent = ({ serverId, terminal }: KeptTerminal) =>
    serverId === params.serverId && terminal.id === params.ptyId
  /** What the store has; once it has it no more (the engine was restarted), what it had. */
  const latest = (each: KeptTerminal): Terminal =>
    console.state.servers[each.serverId]?.terminals[each.terminal.id] ?? each.terminal
  const current = createMemo(() => server()?.terminals[params.ptyId] ?? kept().find(isCurrent)?.terminal)
  // In an order of their own: a screen that moves within the page would lose the focus.
  const screens = createMemo(() => kept().toSorted((a, b) => (a.terminal.id < b.terminal.id ? -1 : 1)))
  const tabs = createMemo(() => {
    const listed = Object.values(server()?.terminals ?? {})
    const shown = current()
    const all = shown && !listed.some(({ id }) => id === shown.id) ? [...listed, shown] : listed
    // The engine's ids ascend with time.
    return all.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  })

  createEffect(() => {
    const terminal = current()
    // A copy: what the store drops, a screen still shows.
    if (terminal)
      setKept((all) => keepTerminal(all, { serverId: params.serverId, terminal: { ...terminal } }))
  })

  function leave(serverId: string, gone: Terminal): void {
    const next = tabs().findLast(({ id }) => id !== gone.id)
    setKept((all) => all.filter((each) => each.serverId !== serverId || each.terminal.id !== gone.id))
    navigate(next ? links.terminal(serverId, next.id) : links.home, { replace: true })
  }

  async function close(terminal: Terminal): Promise<void> {
    const { serverId } = params
    try {
      // One that the server no longer has needs no closing there.
      if (server()?.terminals[terminal.id]) await console.terminals.close(serverId, terminal)
      leave(serverId, terminal)
    } catch (error) {
      reportFailure('The terminal could not be closed', error, () => void close(terminal))
    }
  }

  const closing = createClosing(
    () => params.serverId,
    ({ id }) => server()?.info.health === 'healthy' && server()?.terminals[id]?.status === 'running',
    (terminal) => void close(terminal),
  )

  async function restart({ serverId, ...each }: KeptTerminal): Promise<void> {
    const ended = each.terminal
    try {
      const terminal = await console.terminals.restart(serverId, ended)
      navigate(links.terminal(serverId, terminal.id), { replace: true })
      setKept((all) => all.filter((one) => one.serverId !== serverId || one.terminal.id !== ended.id))
    } catch (error) {
      reportFailure('The terminal could not be opened again', error)
    }
  }

  return (
    <div class={styles.route} style={{ 'padding-bottom': `${keyboard()}px` }}>
      <header class={styles.bar}>
        <RosterButton />
        <h1 class={styles.heading}>
          <VisuallyHidden>{nameTerminal(titleOf(current()))}</VisuallyHidden>
        </h1>
        <Show when={tabs().length > 0}>
          <TerminalTabs serverId={params.serverId} terminals={tabs()} current={params.ptyId} />
        </Show>
        <Show when={current()}>
          {(terminal) => (
            <Button
              variant="ghost"
              size="small"
              class={styles.close}
              aria-label="Close terminal"
              onClick={() => closing.ask(terminal())}
            >
              Close
            </Button>
          )}
        </Show>
      </header>
      <Show when={!current()}>
        <TerminalAbsence serverId={params.serverId} />
      </Show>
      <ConfirmClose closing={closing} />
      <For each={screens()}>
        {(each) => (
          <TerminalView
            serverId={each.serverId}
            terminal={latest(each)}
            active={isCurrent(each)}
            onRestart={() => restart(each)}
            onClose={() => closing.ask(latest(each))}
          />
        )}
      </For>
    </div>
  )
}
