/**
 * Everything that the host answers, as data: its router and its sockets, the page's client, the command, the development server and the guard's tests
 * read this one table. A route that the host does not implement, or that is missing here, does not type-check.
 */
import type { ParamsOf } from './route-path.ts'

/** Who may use a route: anybody; the command, by its control token; a page with both halves of its login. */
export type Access = 'public' | 'control' | 'session'

/**
 * What the guard asks of a request. `app`: the page and its files. `data`: reads and changes. `control`: used by the command, which is no browser and
 * sends no Origin. `socket`: a WebSocket.
 */
export type RouteKind = 'app' | 'data' | 'control' | 'socket'

interface HttpRoute {
  /** `*` is any method; GET also answers HEAD. */
  method: 'GET' | 'POST' | 'DELETE' | '*'
  /** Below the base: `:name` takes a segment, `:name(a|b)` one of these, `*` at the end the rest. */
  path: string
  kind: Exclude<RouteKind, 'socket'>
  access: Access
  /** Names in the query. */
  query?: readonly string[]
  /** Answered at the root as well, whatever the base: whoever asks knows the port alone. */
  atRoot?: true
}

interface SocketRoute {
  method: 'GET'
  path: string
  kind: 'socket'
  access: 'session'
  query?: readonly string[]
}

const data = { kind: 'data', access: 'session' } as const
const socket = { method: 'GET', kind: 'socket', access: 'session' } as const

/** The first that fits counts. */
export const routes = {
  health: { method: 'GET', path: 'health', kind: 'control', access: 'public', atRoot: true },
  newTicket: { method: 'POST', path: 'auth/tickets', kind: 'control', access: 'control', atRoot: true },
  logIn: { method: 'POST', path: 'auth/session', kind: 'data', access: 'public' },
  logOut: { method: 'DELETE', path: 'auth/session', kind: 'data', access: 'public' },
  info: { method: 'GET', path: 'api/session', ...data },
  servers: { method: 'GET', path: 'api/servers', ...data },
  opening: {
    method: 'GET',
    path: 'api/servers/:server/sessions/:session',
    query: ['limit', 'since'],
    ...data,
  },
  messages: {
    method: 'GET',
    path: 'api/servers/:server/sessions/:session/messages',
    query: ['limit', 'before'],
    ...data,
  },
  pin: { method: 'POST', path: 'api/servers/:server/sessions/:session/pin', ...data },
  choices: { method: 'GET', path: 'api/servers/:server/choices', query: ['directory'], ...data },
  promptHistory: { method: 'GET', path: 'api/unsent', ...data },
  keepUnsent: { method: 'POST', path: 'api/unsent/:session', ...data },
  changeBudget: { method: 'POST', path: 'api/budget', ...data },
  preferences: { method: 'GET', path: 'api/preferences', ...data },
  changePreference: { method: 'POST', path: 'api/preferences', ...data },
  changeHidden: { method: 'POST', path: 'api/hidden', ...data },
  figures: { method: 'GET', path: 'api/servers/:server/figures', ...data },
  usage: { method: 'GET', path: 'api/servers/:server/usage', query: ['cursor'], ...data },
  folders: { method: 'GET', path: 'api/servers/:server/folders', query: ['path', 'names'], ...data },
  agents: { method: 'GET', path: 'api/servers/:server/agents', query: ['directory'], ...data },
  permissionRules: {
    method: 'GET',
    path: 'api/servers/:server/permission-rules',
    query: ['directory'],
    ...data,
  },
  configuration: {
    method: 'GET',
    path: 'api/servers/:server/configuration',
    query: ['scope', 'directory'],
    ...data,
  },
  changeConfiguration: {
    method: 'POST',
    path: 'api/servers/:server/configuration',
    query: ['directory'],
    ...data,
  },
  settingsFile: {
    method: 'GET',
    path: 'api/servers/:server/configuration/file',
    query: ['directory', 'path'],
    ...data,
  },
  changeSettingsFile: {
    method: 'POST',
    path: 'api/servers/:server/configuration/file',
    query: ['directory'],
    ...data,
  },
  providers: { method: 'GET', path: 'api/servers/:server/providers', query: ['directory'], ...data },
  providerModels: {
    method: 'GET',
    path: 'api/servers/:server/provider-models',
    query: ['directory', 'provider'],
    ...data,
  },
  checkProvider: {
    method: 'POST',
    path: 'api/servers/:server/providers/:provider/check',
    query: ['directory'],
    ...data,
  },
  foundModels: { method: 'POST', path: 'api/servers/:server/found-models', query: ['directory'], ...data },
  providerCatalogue: {
    method: 'GET',
    path: 'api/servers/:server/provider-catalogue',
    query: ['directory'],
    ...data,
  },
  terminalEnvironment: {
    method: 'GET',
    path: 'api/servers/:server/terminal-environment',
    query: ['directory'],
    ...data,
  },
  changeTerminalEnvironment: {
    method: 'POST',
    path: 'api/servers/:server/terminal-environment',
    query: ['directory'],
    ...data,
  },
  variables: { method: 'GET', path: 'api/servers/:server/variables', query: ['names'], ...data },
  terminalJobs: { method: 'GET', path: 'api/servers/:server/terminal-jobs', query: ['pids'], ...data },
  gitWorktrees: {
    method: 'GET',
    path: 'api/servers/:server/git/worktrees',
    query: ['directory', 'one'],
    ...data,
  },
  gitFile: { method: 'GET', path: 'api/servers/:server/git/file', query: ['directory', 'path'], ...data },
  gitCommit: { method: 'POST', path: 'api/servers/:server/git/commit', query: ['directory'], ...data },
  gitAct: {
    method: 'POST',
    path: 'api/servers/:server/git/:act(merge|rebase|push)',
    query: ['directory'],
    ...data,
  },
  editor: {
    method: 'POST',
    path: 'api/servers/:server/editor',
    query: ['directory', 'path', 'line'],
    ...data,
  },
  credential: { method: 'POST', path: 'api/servers/:server/credential', ...data },
  flood: { method: 'POST', path: 'api/daemon/terminals/:pty/:act(continue|interrupt)', ...data },
  daemon: { method: 'POST', path: 'api/daemon/:action(start|stop|restart)', query: ['force'], ...data },
  engine: { method: '*', path: 'api/servers/:server/engine/*', ...data },
  events: { path: 'api/events', query: ['since'], ...socket },
  terminal: {
    path: 'api/servers/:server/engine/pty/:pty/connect',
    query: ['directory', 'cursor', 'ticket'],
    ...socket,
  },
  noApi: { method: '*', path: 'api/*', ...data },
  noAuth: { method: '*', path: 'auth/*', ...data },
  app: { method: '*', path: '*', kind: 'app', access: 'public' },
} as const satisfies Record<string, HttpRoute | SocketRoute>

export type RouteName = keyof typeof routes
export type SocketName = {
  [Name in RouteName]: (typeof routes)[Name]['kind'] extends 'socket' ? Name : never
}[RouteName]
export type HttpName = Exclude<RouteName, SocketName>

/** What its path names: `{ server: string }`. */
export type RouteParams<Name extends RouteName> = ParamsOf<(typeof routes)[Name]['path']>

/** The names that may stand in its query. */
export type RouteQuery<Name extends RouteName> = (typeof routes)[Name] extends {
  query: readonly (infer Key extends string)[]
}
  ? Key
  : never

const names = Object.keys(routes) as RouteName[]
const isSocket = (name: RouteName): name is SocketName => routes[name].kind === 'socket'

export const socketNames: readonly SocketName[] = names.filter(isSocket)
export const httpNames: readonly HttpName[] = names.filter((name): name is HttpName => !isSocket(name))
export const rootNames: readonly HttpName[] = httpNames.filter((name) => 'atRoot' in routes[name])
