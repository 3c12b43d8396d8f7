import { useNavigate } from '@solidjs/router'
import { For } from 'solid-js'
import { links } from '../store/links.ts'
import type { Terminal } from '../store/types.ts'
import { baseName } from '../ui/path-split.ts'
import { tip } from '../ui/tooltip.tsx'
import { isNamedByFolder, titleOfTerminal } from '../frame/entry-text.ts'
import styles from './terminal-tabs.module.css'

export interface TerminalTabsProps {
  serverId: string
  terminals: readonly Terminal[]
  current: string
}

function placeOf(terminal: Terminal): string {
  if (terminal.status === 'exited') return 'exited'
  return isNamedByFolder(terminal) ? '' : baseName(terminal.cwd)
}

const STEPS: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1 }

/** The terminals of one server, by title. Arrow keys walk along them, as tabs do. */
export function TerminalTabs(props: TerminalTabsProps) {
  const navigate = useNavigate()
  let list: HTMLDivElement | undefined

  const show = (terminal: Terminal) => navigate(links.terminal(props.serverId, terminal.id))

  function press(event: KeyboardEvent, index: number): void {
    const step = STEPS[event.key]
    if (step === undefined) return
    event.preventDefault()
    const tabs = list?.querySelectorAll<HTMLElement>('[role=tab]')
    tabs?.[(index + step + props.terminals.length) % props.terminals.length]?.focus()
  }

  return (
    <div ref={(element) => (list = element)} class={styles.tabs} role="tablist" aria-label="Terminals">
      <For each={props.terminals}>
        {(terminal, index) => (
          <button
            type="button"
            role="tab"
            class={styles.tab}
            aria-label={titleOfTerminal({ terminal })}
            aria-selected={terminal.id === props.current}
            tabIndex={terminal.id === props.current ? 0 : -1}
            {...tip(terminal.cwd)}
            onClick={() => show(terminal)}
            onKeyDown={(event) => press(event, index())}
          >
            <span class={styles.title}>{titleOfTerminal({ terminal })}</span>
            <span class={styles.place}>{placeOf(terminal)}</span>
          </button>
        )}
      </For>
    </div>
  )
}
