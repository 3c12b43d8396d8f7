/** What is known of a server, by name. Pure. */
import type { ServerState } from '../../store/types.ts'
import { formatCount, formatDuration } from '../../ui/format.ts'

/** `now` is Unix milliseconds. */
export function factsOf(server: ServerState | undefined, now: number): [name: string, value: string][] {
  if (!server) return []
  const { info, sessions, more, activity, terminals } = server
  const count = Object.keys(sessions).length
  const busy = Object.keys(activity).length
  const runs = info.health !== 'offline' && info.startedAt !== undefined
  return [
    ['Running', runs ? formatDuration(Math.max(0, now - (info.startedAt ?? now))) : 'no'],
    ['Process', info.pid === undefined ? '–' : String(info.pid)],
    ['Sessions', `${formatCount(count)}${more ? '+' : ''}${busy > 0 ? `, ${busy} working` : ''}`],
    ['Terminals', formatCount(Object.keys(terminals).length)],
  ]
}
