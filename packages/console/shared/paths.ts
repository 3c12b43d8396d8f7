/** Paths below the console's base path, without a leading slash, so that they resolve against `<base href>`. */

export const apiPaths = {
  session: 'auth/session',
  info: 'api/session',
  servers: 'api/servers',
  events: 'api/events',
  snapshot: (serverId: string) => `api/servers/${encodeURIComponent(serverId)}/snapshot`,
  figures: (serverId: string) => `api/servers/${encodeURIComponent(serverId)}/figures`,
  folders: (serverId: string, typed: string, complete: boolean) =>
    `api/servers/${encodeURIComponent(serverId)}/folders?path=${encodeURIComponent(typed)}${complete ? '' : '&names=0'}`,
  permissionRules: (serverId: string, directory: string) =>
    `api/servers/${encodeURIComponent(serverId)}/permission-rules?directory=${encodeURIComponent(directory)}`,
  terminalJobs: (serverId: string, pids: readonly number[]) =>
    `api/servers/${encodeURIComponent(serverId)}/terminal-jobs?pids=${pids.join(',')}`,
  engine: (serverId: string) => `api/servers/${encodeURIComponent(serverId)}/engine`,
  credential: (serverId: string) => `api/servers/${encodeURIComponent(serverId)}/credential`,
  daemon: (action: 'start' | 'stop' | 'restart', force = false) =>
    `api/daemon/${action}${force ? '?force=1' : ''}`,
  flood: (ptyID: string, action: 'continue' | 'interrupt') =>
    `api/daemon/terminals/${encodeURIComponent(ptyID)}/${action}`,
}
