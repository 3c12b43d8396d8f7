import type { Accessor } from 'solid-js'
import type { DaemonAction } from '../../shared/api.ts'
import type { TerminalLosses } from './terminal-losses.ts'

/** What the daemon's end would end. */
export interface DaemonLosses extends TerminalLosses {
  /** Sessions that work; a subagent is a part of the one that started it. */
  sessions: number
  /** False until the page has read what is on the server: until then nothing that it shows means that nothing runs. */
  known: boolean
}

export interface Daemon {
  /** As it is now; of terminals, as it was a moment ago while something waits for a confirmation. */
  losses: Accessor<DaemonLosses>
  /** What waits for a confirmation. */
  asking: Accessor<DaemonAction | null>
  /** Does it, after a confirmation when that would end something. */
  ask: (action: DaemonAction) => void
  forget: () => void
  /** Does it now, whatever it ends; a failure is shown with a retry. */
  run: (action: DaemonAction) => Promise<void>
}
