import { createEffect, createSignal, type Accessor } from 'solid-js'
import { DAEMON_ID, type DaemonAction } from '../../../shared/api.ts'
import type { Console } from '../../store/context.ts'
import { dismissToast } from '../../ui/toast.ts'
import { reportFailure } from './report.ts'

export interface Daemon {
  /** How many of its sessions work: ending it ends their turns. */
  busySessions: Accessor<number>
  /** What waits for a confirmation. */
  asking: Accessor<DaemonAction | null>
  /** Does it, after a confirmation when sessions are working. */
  ask: (action: DaemonAction) => void
  forget: () => void
  /** Does it now; a failure is shown with a retry. */
  run: (action: DaemonAction) => Promise<void>
}

/** The managed daemon, as the buttons and the palette see it. */
export function createDaemon({ state, servers }: Pick<Console, 'state' | 'servers'>): Daemon {
  const [asking, setAsking] = createSignal<DaemonAction | null>(null)
  const failure = makeFailure()
  async function run(action: DaemonAction): Promise<void> {
    failure.clear()
    try {
      await servers.daemon(action)
    } catch (error) {
      failure.set(
        action,
        reportFailure(`The daemon did not ${action}`, error, () => void run(action)),
      )
    }
  }
  // Whoever brought it up, a shell perhaps: what failed here is past.
  createEffect(() => {
    if (state.servers[DAEMON_ID]?.info.health === 'healthy' && failure.action() !== 'stop') failure.clear()
  })
  const busySessions = () => {
    const daemon = state.servers[DAEMON_ID]
    return daemon && daemon.info.health !== 'offline' ? Object.keys(daemon.activity).length : 0
  }
  return {
    busySessions,
    asking,
    ask: (action) => (busySessions() > 0 ? void setAsking(action) : void run(action)),
    forget: () => void setAsking(null),
    run,
  }
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
