import { DAEMON_ID, type ServerInfo } from '../../shared/api.ts'
import { isMarked } from './entry-text.ts'

/** Pure. What a person runs about an engine: each has a program of its own, and only the managed daemon's log is known. */
export function engineCommands(info: ServerInfo | undefined): { login: string; logs?: string } {
  return {
    login: `${info && isMarked(info) ? 'opencode' : 'kilo'} auth login`,
    ...(info?.id === DAEMON_ID && { logs: 'kilo daemon logs' }),
  }
}
