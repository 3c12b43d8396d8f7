import { createEffect, createSignal, type Accessor } from 'solid-js'
import type { Terminal } from '../store/types.ts'
import { readTerminalLosses, type TerminalLosses } from '../frame/terminal-losses.ts'

export interface Closing {
  /** What would end; null while nothing is asked. */
  losses: Accessor<TerminalLosses | null>
  /** Closes it, after a confirmation when something runs in it. */
  ask: (terminal: Terminal) => void
  confirm: () => void
  forget: () => void
}

/** Closing terminals of the server that is shown. `isOpen`: whether the terminal still runs there. */
export function createClosing(
  serverId: Accessor<string>,
  isOpen: (terminal: Terminal) => boolean,
  close: (terminal: Terminal) => void,
): Closing {
  const [asked, setAsked] = createSignal<{ terminal: Terminal; losses: TerminalLosses } | null>(null)
  async function ask(terminal: Terminal): Promise<void> {
    if (!isOpen(terminal)) return close(terminal)
    const losses = await readTerminalLosses(serverId(), [terminal])
    if (losses.jobs.length + losses.unseen > 0 && isOpen(terminal)) setAsked({ terminal, losses })
    else close(terminal)
  }
  // It has ended by itself, or its server did.
  createEffect(() => {
    const now = asked()
    if (now && !isOpen(now.terminal)) setAsked(null)
  })
  return {
    losses: () => asked()?.losses ?? null,
    ask: (terminal) => void ask(terminal),
    confirm() {
      const now = asked()
      setAsked(null)
      if (now) close(now.terminal)
    },
    forget: () => void setAsked(null),
  }
}
