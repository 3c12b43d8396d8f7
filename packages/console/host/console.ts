/** The parts of one running console, wired together. */
import type { IncomingHttpHeaders } from 'node:http'
import { DAEMON_ID } from '../shared/api.ts'
import type { Settings } from './settings.ts'
import { makeTickets, type Tickets } from './auth/tickets.ts'
import { makeLaunchPages, type LaunchPages } from './auth/launch-pages.ts'
import { cookieName } from './auth/cookie.ts'
import { halvesOf, type Over } from './auth/halves.ts'
import type { SessionId } from './auth/session-file.ts'
import { openSessions, type Sessions } from './auth/sessions.ts'
import type { Budgets } from './budget/budgets.ts'
import type { EngineMessage } from './events/engine-event.ts'
import { makeFeed, type Followed } from './events/feed.ts'
import { makeHub, type Hub } from './events/hub.ts'
import { makeProxy, type Proxy } from './http/proxy.ts'
import { makeStaticFiles, type StaticFiles } from './http/static.ts'
import { makeTerminalProxy, type TerminalProxy } from './http/upgrade.ts'
import type { Credentials } from './servers/credentials.ts'
import { makeDaemonActions, type DaemonActions } from './servers/daemon-actions.ts'
import type { DaemonControl, ServerView } from './servers/daemon-control.ts'
import { makeDiscovery, type Discovery } from './servers/discovery.ts'
import { makeFigures, type Figures } from './servers/figures.ts'
import { makeStrangeness } from './servers/strangeness.ts'
import type { Environments } from './environments/environments.ts'
import { makeTerminalGuard, type TerminalGuard } from './terminals/guard.ts'
import { makeFills, type Fills } from './roster/fills.ts'
import { sourceOf } from './roster-source.ts'
import type { StorePlace } from './store/store.ts'
import { watchState } from './servers/watch-state.ts'
import type { HiddenThings } from './hidden/hidden-things.ts'
import type { PreferencesStore } from './preferences/preferences.ts'
import { openKept, type Kept, type KeptPlaces } from './kept.ts'
import type { Pins } from './pins/pins.ts'
import type { UnsentStore } from './unsent/unsent.ts'
import { makeServerSecrets, type ServerSecrets } from './server-secrets.ts'
import { makeObserver } from './roster/observations.ts'

export interface ConsoleOptions extends Settings, KeptPlaces {
  version: string
  /** The user's home: where new sessions begin. */
  home: string
  /** The built app. */
  appFolder: string
  /** Where the command leaves pages for the browser. */
  launches: string
  logins: StorePlace
  daemon: DaemonControl
}

export interface Console {
  options: ConsoleOptions
  tickets: Tickets
  launchPages: LaunchPages
  sessions: Sessions
  credentials: Credentials
  unsent: UnsentStore
  budgets: Budgets
  pins: Pins
  hidden: HiddenThings
  environments: Environments
  preferences: PreferencesStore
  discovery: Discovery
  actions: DaemonActions
  hub: Hub
  fills: Fills
  /** A server answered so many things that are not what they should be. */
  noteDropped(server: string, count: number): void
  figures: Figures
  terminalGuard: TerminalGuard
  proxy: Proxy
  terminals: TerminalProxy
  files: StaticFiles
  cookieName: string
  /** The session that both halves of the login in these headers name, null for none. */
  sessionOf(headers: IncomingHttpHeaders, over: Over): SessionId | null
  dispose(): void
}

/** Discovery says whom to listen to, the feed listens, the hub numbers what it hears. */
function watchServers(daemon: DaemonControl, { pins, ...kept }: Kept, secrets: ServerSecrets) {
  const hub = makeHub()
  const observer = makeObserver()
  const strangeness = makeStrangeness()
  const feed = makeFeed(hub, {
    connected(server) {
      for (const memory of [observer, secrets]) memory.gap(server)
      fills.fill(server)
      void discovery.refresh()
    },
    missed: (server) => fills.fill(server),
    lost: () => void discovery.refresh(),
    saw(server, message) {
      for (const memory of [observer, secrets]) memory.note(server, message)
      kept.spending.saw(message)
      heed({ ...kept, pins, discovery }, server, message)
    },
    strange: (server) => strangeness.note(server),
    gone(server) {
      hub.ended(server)
      for (const memory of [fills, observer, strangeness]) memory.forget(server)
    },
  })
  const discovery = makeDiscovery(daemon, kept.credentials, {
    found: (view) => secrets.see(view),
    looked(views) {
      secrets.retain(new Set(views.map(({ info }) => info.id)))
      feed.follow(followedOf(views))
    },
    changed: (list) => hub.servers(list),
    beside: (server) => ({ ...strangeness.of(server), ...(server === DAEMON_ID && guard.floods()) }),
  })
  const fills = makeFills(hub, (server) => sourceOf(discovery.find(server), { observer, strangeness, pins }))
  const guard = guardTerminals(discovery)
  const figures = makeFigures(() => pidOf(discovery))
  const unwatch = watchState(daemon.folder, daemon.file, () => void discovery.refresh())
  const dispose = () =>
    [{ dispose: unwatch }, guard, figures, discovery, feed, fills].forEach((part) => part.dispose())
  return { hub, discovery, figures, fills, strangeness, guard, dispose }
}

function heed(
  { unsent, pins, discovery }: Pick<Kept, 'unsent' | 'pins'> & { discovery: Discovery },
  server: string,
  { event: { type, properties } }: EngineMessage,
): void {
  if (type === 'project.updated') discovery.projectsChanged(server)
  if (type !== 'session.deleted') return
  unsent.forget(properties.sessionID)
  pins.drop(server, [properties.sessionID])
}

function guardTerminals(discovery: Discovery): TerminalGuard {
  return makeTerminalGuard(
    () => discovery.find(DAEMON_ID)?.target ?? null,
    () => discovery.tell(),
  )
}

export async function openConsole(options: ConsoleOptions): Promise<Console> {
  const { daemon, port } = options
  const sessions = await openSessions({ ...options.logins, port })
  const kept = await openKept(options, () => watch)
  const { spending, ...others } = kept
  const launchPages = makeLaunchPages(options.launches)
  const watch = watchServers(daemon, kept, makeServerSecrets(daemon))
  const { hub, discovery, fills, figures, guard } = watch
  const name = cookieName(port)
  return {
    options,
    tickets: makeTickets(),
    launchPages,
    sessions,
    ...others,
    budgets: spending.budgets,
    discovery,
    actions: makeDaemonActions(daemon, discovery),
    hub,
    fills,
    noteDropped: (server, count) => watch.strangeness.note(server, count),
    figures,
    terminalGuard: guard,
    proxy: makeProxy(),
    terminals: makeTerminalProxy(),
    files: makeStaticFiles(options.appFolder, options.base),
    cookieName: name,
    sessionOf: (headers, over) => sessions.find(halvesOf(headers, name, over)),
    dispose() {
      watch.dispose()
      spending.dispose()
      launchPages.dispose()
    },
  }
}

function pidOf(discovery: Discovery): number | undefined {
  return discovery.find(DAEMON_ID)?.info.pid
}

function followedOf(views: readonly ServerView[]): Map<string, Followed> {
  return new Map(
    views.flatMap(({ info, target }): [string, Followed][] =>
      target ? [[info.id, { target, isHealthy: info.health === 'healthy' }]] : [],
    ),
  )
}
