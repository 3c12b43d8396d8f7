/** Paths below the console's base path, without a leading slash, so that they resolve against `<base href>`. */

export const apiPaths = {
  session: 'auth/session',
  info: 'api/session',
  servers: 'api/servers',
  events: 'api/events',
  snapshot: (serverId: string) => `api/servers/${encodeURIComponent(serverId)}/snapshot`,
  figures: (serverId: string) => `api/servers/${encodeURIComponent(serverId)}/figures`,
  engine: (serverId: string) => `api/servers/${encodeURIComponent(serverId)}/engine`,
  credential: (serverId: string) => `api/servers/${encodeURIComponent(serverId)}/credential`,
  daemon: (action: 'start' | 'stop' | 'restart') => `api/daemon/${action}`,
}
