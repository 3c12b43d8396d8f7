import type { ServerInfo } from '../../../shared/api.ts'

/** The managed daemon as the host tells of it, well, but for what a test is about. */
export function serverInfo(info: Partial<ServerInfo> = {}): ServerInfo {
  return {
    id: 'daemon',
    url: 'http://127.0.0.1:4097',
    port: 4097,
    kind: 'managed',
    health: 'healthy',
    version: null,
    projects: [],
    lastActive: null,
    ...info,
  }
}
