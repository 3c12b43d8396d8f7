import type { LinkState } from '../../events/socket.ts'
import type { Problem, ServerInfo } from '../../../shared/api.ts'
import { DAEMON_ID } from '../../../shared/api.ts'
import { formatPlural } from '../../ui/format.ts'

/** Why nothing can be sent now, and what to do about it; null when it can. What was written stays. Pure. */
export function unavailableText(
  link: LinkState,
  server: ServerInfo | undefined,
  folder?: Problem,
): string | null {
  if (link === 'connecting') return 'Connecting…'
  if (link === 'reconnecting') return 'Reconnecting. Your draft is kept.'
  if (link === 'logged-out') return 'Logged out. Run `kilo console` for a new link.'
  if (link === 'offline') return 'The console host isn’t responding. Your draft is kept.'
  if (!server) return 'Looking for the server…'
  const name = server.id === DAEMON_ID ? 'The daemon' : `The server on port ${server.port}`
  switch (server.health) {
    case 'healthy':
      return folder ? 'No folder to work in. Your draft is kept.' : null
    case 'starting':
      return `${name} is starting. Your draft is kept.`
    case 'locked':
      return `${name} wants a password. Give it in Servers.`
    case 'unhealthy':
      return `${name} does not answer. Your draft is kept.`
    case 'offline':
      return server.id === DAEMON_ID
        ? 'Daemon is not running: start it to go on. Your draft is kept.'
        : `${name} is not running. Your draft is kept.`
  }
}

/** What sending does besides. `queues`: Kilo works, so the prompt is not read at once. `reverted`: messages that were taken back. */
export function followUpText(queues: boolean, reverted = 0): string {
  if (reverted > 0) return `Sending deletes ${formatPlural(reverted, 'reverted message')}`
  return queues ? 'Queued when sent: runs as a turn of its own' : ''
}
