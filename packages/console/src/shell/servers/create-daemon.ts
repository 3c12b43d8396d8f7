import { createEffect, createSignal, onCleanup, type Accessor } from 'solid-js'
import { DAEMON_ID, type DaemonAction } from '../../../shared/api.ts'
import { ProblemError } from '../../sdk/problem.ts'
import type { Console } from '../../store/context.ts'
import type { ServerState } from '../../store/types.ts'
import { dismissToast } from '../../ui/toast.ts'
import type { Daemon, DaemonLosses } from '../../frame/daemon.ts'
import { reportFailure } from '../../frame/report-failure.ts'
import { noTerminalLosses, readTerminalLosses } from '../../frame/terminal-losses.ts'

/** Between two looks at the terminals while a question is open. Milliseconds. */
const LOOK_MS = 2000
/** The page knows within a moment what is on a server: who presses sooner is not asked for that. Milliseconds. */
const KNOWN_MS = 3000
const KNOWN_POLL_MS = 50

/** The managed daemon, as the buttons and the palette see it. */
export function createDaemon({ state, servers }: Pick<Console, 'state' | 'servers'>): Daemon {
  const [asking, setAsking] = createSignal<DaemonAction | null>(null)
  const { losses, look, untilKnown } = createLosses(state, () => asking() !== null)
  const failure = makeFailure()
  const daemon = () => state.servers[DAEMON_ID]
  const isGone = () => (daemon()?.info.health ?? 'offline') === 'offline'

  async function act(action: DaemonAction, force: boolean): Promise<void> {
    failure.clear()
    try {
      await servers.daemon(action, force)
    } catch (error) {
      // The engine knows of work that this page has not seen.
      if (!force && error instanceof ProblemError && error.code === 'busy') return void setAsking(action)
      const retry = () => void act(action, force)
      failure.set(action, reportFailure(`Couldn’t ${action} the daemon`, error, retry))
    }
  }
  async function ask(action: DaemonAction): Promise<void> {
    if (!isGone()) await untilKnown()
    await look()
    const { sessions, jobs, unseen, known } = losses()
    if ((!known || sessions + jobs.length + unseen > 0) && !isGone()) setAsking(action)
    else await act(action, false)
  }

  // Whoever brought it up, a shell perhaps: what failed here is past.
  createEffect(() => {
    if (daemon()?.info.health === 'healthy' && failure.action() !== 'stop') failure.clear()
  })
  // Nothing is left to ask about.
  createEffect(() => {
    if (isGone()) setAsking(null)
  })
  return {
    losses,
    asking,
    ask: (action) => void ask(action),
    forget: () => void setAsking(null),
    run: (action) => act(action, true),
  }
}

/** What would end now. The terminals are looked at when asked to, and again and again while `isOpen`. */
function createLosses(state: Console['state'], isOpen: Accessor<boolean>) {
  const [terminals, setTerminals] = createSignal(noTerminalLosses)
  const daemon = () => state.servers[DAEMON_ID]
  const look = async () => {
    setTerminals(await readTerminalLosses(DAEMON_ID, Object.values(daemon()?.terminals ?? {})))
  }
  const known = () => daemon()?.complete === true
  const untilKnown = async () => {
    for (let waited = 0; waited < KNOWN_MS && !known(); waited += KNOWN_POLL_MS)
      await new Promise((resolve) => setTimeout(resolve, KNOWN_POLL_MS))
  }
  createEffect(() => {
    if (!isOpen()) return
    const timer = setInterval(() => void look(), LOOK_MS)
    onCleanup(() => clearInterval(timer))
  })
  const losses = (): DaemonLosses => ({
    sessions: countWorking(daemon()),
    known: known(),
    ...terminals(),
  })
  return { look, losses, untilKnown }
}

/** Sessions at work whose starter is not. Pure. */
export function countWorking(server: Pick<ServerState, 'activity' | 'sessions'> | undefined): number {
  const working = new Set(Object.keys(server?.activity ?? {}))
  return [...working].filter((id) => !working.has(server?.sessions[id]?.parentID ?? '')).length
}

/** The one message about the last action that failed. */
function makeFailure() {
  let shown: { action: DaemonAction; toast: number } | undefined
  return {
    action: () => shown?.action,
    set(action: DaemonAction, toast: number) {
      shown = { action, toast }
    },
    clear() {
      if (shown) dismissToast(shown.toast)
      shown = undefined
    },
  }
}
