/** What is wrong with a server, or with what was read of it, a line each. Pure. */
import type { ServerHealth } from '../../../shared/api.ts'
import type { ServerState } from '../../store/types.ts'
import { formatCount, formatPlural } from '../../ui/format.ts'

/** The sign beside its name: one that runs and whose sessions cannot be read is not well. */
export function healthShown(server: Pick<ServerState, 'info' | 'load'> | undefined): ServerHealth {
  const health = server?.info.health ?? 'offline'
  return health === 'healthy' && server?.load.status === 'failed' ? 'unhealthy' : health
}

/** `droppedHere`: what this page dropped of the server's answers; the host tells what it dropped itself. */
export function troubleOf(
  server: Pick<ServerState, 'info' | 'load' | 'skipped'> | undefined,
  droppedHere = 0,
): string[] {
  if (!server) return []
  const { info, load, skipped } = server
  const lines: string[] = []
  if (info.health !== 'healthy' && info.health !== 'starting' && info.problem?.hint)
    lines.push(info.problem.hint)
  if (info.health === 'healthy' && load.status === 'failed')
    lines.push(`Couldn’t load its sessions. ${load.problem.message}`)
  const [first] = skipped
  if (first && info.health !== 'offline')
    lines.push(
      `${formatPlural(skipped.length, 'folder')} could not be read: ${first.directory} (${first.reason})${skipped.length > 1 ? ' …' : ''}`,
    )
  const dropped = (info.dropped ?? 0) + droppedHere
  if (dropped > 0)
    lines.push(`Sent data that the console doesn’t understand: ${formatCount(dropped)} dropped`)
  return lines
}
