import type { ConsoleInfo, ServerInfo } from './api.ts'

export const sampleConsole: ConsoleInfo = { version: '1', home: '/home' }

/** For tests: the managed daemon as the host tells of it, well, but for what the test is about. */
export function sampleServer(info: Partial<ServerInfo> = {}): ServerInfo {
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
