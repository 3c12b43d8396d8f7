/** What the main area has to say above everything else. Pure. */
import { DAEMON_ID, type ServerInfo } from '../../shared/api.ts'
import { formatBytes } from '../ui/format.ts'
import type { ConsoleState } from '../store/types.ts'

export interface Banner {
  tone: 'error' | 'warning' | 'info'
  title: string
  hint?: string
  /** A command for a shell. */
  command?: string
  busy?: boolean
  action?: { title: string; does: 'daemon-start' | 'daemon-restart' | 'reconnect' }
}

const DOING = { start: 'Starting the daemon', restart: 'Restarting the daemon', stop: 'Stopping the daemon' }

function aboutMemory({ rssBytes, memoryWarning }: ServerInfo): Banner | null {
  if (!memoryWarning || rssBytes === undefined) return null
  return {
    tone: 'warning',
    title: `The engine uses ${formatBytes(rssBytes)}`,
    hint: `More than its limit of ${formatBytes(memoryWarning.limitBytes)}. Restart it when nothing is working.`,
    action: { title: 'Restart daemon', does: 'daemon-restart' },
  }
}

function aboutDaemon(info: ServerInfo): Banner | null {
  const { health, problem } = info
  switch (health) {
    case 'healthy':
      return aboutMemory(info)
    case 'locked':
      return null
    case 'starting':
      return {
        tone: 'info',
        title: 'The daemon is starting',
        hint: 'This takes about five seconds.',
        busy: true,
      }
    case 'offline':
      return {
        tone: 'warning',
        title: problem?.message ?? 'The daemon is not running',
        hint: problem?.hint ?? 'Its sessions are saved. You see their last known state.',
        action: { title: 'Start daemon', does: 'daemon-start' },
      }
    case 'unhealthy':
      return {
        tone: 'error',
        title: problem?.message ?? 'The daemon isn’t responding',
        hint: problem?.hint ?? 'It may be busy. Restart it if this lasts.',
        action: { title: 'Restart daemon', does: 'daemon-restart' },
      }
  }
}

/** `serverId` is the server of the page shown, if it is of one: another server's page does not speak of the daemon. */
export function bannerOf(
  { link, daemonAction, servers }: Pick<ConsoleState, 'link' | 'daemonAction' | 'servers'>,
  serverId: string | undefined,
): Banner | null {
  if (link === 'offline')
    return {
      tone: 'error',
      title: 'The console host isn’t responding',
      hint: 'Your sessions keep running. Start the host again and this page reconnects:',
      command: 'kilo console',
      action: { title: 'Try now', does: 'reconnect' },
    }
  const daemon = servers[DAEMON_ID]
  if (!daemon || (serverId !== undefined && serverId !== DAEMON_ID)) return null
  if (daemonAction)
    return {
      tone: 'info',
      title: DOING[daemonAction],
      ...(daemonAction === 'stop' ? {} : { hint: 'This takes about five seconds.' }),
      busy: true,
    }
  return aboutDaemon(daemon.info)
}
