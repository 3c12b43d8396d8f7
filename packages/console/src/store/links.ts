import { refOfKey } from './session-key.ts'

/** Addresses of the app's pages, below the router's base. */
export const links = {
  home: '/',
  settings: '/settings',
  configuration: '/settings/configuration',
  providers: '/settings/providers',
  models: '/settings/models',
  mcp: '/settings/mcp',
  agents: '/settings/agents',
  permissions: '/settings/permissions',
  projects: '/settings/projects',
  engine: '/settings/engine',
  /** A page of settings for one folder. */
  inFolder: (page: string, server: string, folder: string) =>
    `${page}?${new URLSearchParams({ server, folder })}`,
  review: '/review',
  /** Of sessions by their keys in the roster view. */
  reviewOf: (names: readonly string[]) =>
    `/review?${new URLSearchParams(names.map((name) => ['session', name]))}`,
  archive: '/archive',
  usage: '/usage',
  project: (serverId: string, projectId: string) =>
    `/servers/${encodeURIComponent(serverId)}/projects/${encodeURIComponent(projectId)}`,
  session: (serverId: string, sessionId: string) =>
    `/servers/${encodeURIComponent(serverId)}/sessions/${encodeURIComponent(sessionId)}`,
  /** Of a session by its key. */
  sessionOf(this: void, key: string): string {
    const { serverId, sessionId } = refOfKey(key)
    return links.session(serverId, sessionId)
  },
  terminal: (serverId: string, ptyId: string) =>
    `/servers/${encodeURIComponent(serverId)}/terminals/${encodeURIComponent(ptyId)}`,
}
