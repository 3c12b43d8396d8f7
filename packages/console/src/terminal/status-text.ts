/** What the line under a terminal says about its connection. Pure. */
import type { ServerHealth } from '../../shared/api.ts'
import type { Connection } from './pty/connection.ts'
import { formatPlural } from '../ui/format.ts'
import type { Tone } from '../ui/status-badge.tsx'

export interface TerminalStatus {
  tone: Tone
  text: string
  /** What to do next, or what it means. */
  hint?: string
  /** What the line's button offers: the same again after an exit, a fresh one where the old is gone. */
  offer?: 'Restart' | 'Reopen here'
  busy?: true
}

export interface StatusFacts {
  connection: Connection
  health: ServerHealth | undefined
  opened: boolean
  refused: boolean
  /** Control characters that were left out of a paste, a moment ago. */
  cleaned: number
}

export const cleanedText = (removed: number): string =>
  `${formatPlural(removed, 'control character')} left out of the paste`

const NOT_SENT = 'What you typed was not sent.'

/** Undefined while all is well: a working terminal has nothing to say. */
export function statusOf({
  connection,
  health,
  opened,
  refused,
  cleaned,
}: StatusFacts): TerminalStatus | undefined {
  switch (connection.name) {
    case 'open':
      if (cleaned === 0) return undefined
      return {
        tone: 'grey',
        text: cleanedText(cleaned),
        hint: 'A terminal would read them as keys.',
      }
    case 'connecting':
      return { tone: 'grey', text: 'Connecting…', busy: true }
    case 'reconnecting':
      return reconnecting(health, connection.failures > 0, refused)
    case 'exited':
      return {
        tone: connection.code === 0 ? 'grey' : 'red',
        text: connection.code === null ? 'exited' : `exited (${connection.code})`,
        ...(opened ? {} : { hint: 'Its output is no longer kept.' }),
        offer: 'Restart',
      }
    case 'lost':
      return {
        tone: 'red',
        text: 'lost',
        hint: 'The server no longer has this terminal; it was probably restarted.',
        offer: 'Reopen here',
      }
  }
}

function reconnecting(health: ServerHealth | undefined, failed: boolean, refused: boolean): TerminalStatus {
  if (health !== undefined && health !== 'healthy' && health !== 'starting') {
    return {
      tone: 'red',
      text: 'Server offline',
      hint: `${refused ? `${NOT_SENT} ` : ''}Start it under Servers, or run kilo daemon start.`,
    }
  }
  if (!failed) return { tone: 'amber', text: 'Reconnecting…', busy: true }
  const hint = refused ? NOT_SENT : 'Typing is paused until then.'
  return { tone: 'amber', text: 'Reconnecting…', hint, busy: true }
}
