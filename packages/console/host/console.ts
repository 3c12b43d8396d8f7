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
import { makeFeed, type Followed } from './events/feed.ts'
import { makeHub, type Hub } from './events/hub.ts'
import { makeProxy, type Proxy } from './http/proxy.ts'
import { makeStaticFiles, type StaticFiles } from './http/static.ts'
import { makeTerminalProxy, type TerminalProxy } from './http/upgrade.ts'
import { openCredentials, type Credentials } from './servers/credentials.ts'
import { makeDaemonActions, type DaemonActions } from './servers/daemon-actions.ts'
import type { DaemonControl, ServerView } from './servers/daemon-control.ts'
import { makeDiscovery, type Discovery } from './servers/discovery.ts'
import { makeFigures, type Figures } from './servers/figures.ts'
import { makeStrangeness } from './servers/strangeness.ts'
import { makeTerminalGuard, type TerminalGuard } from './terminals/guard.ts'
import { makeSnapshots, type Snapshots } from './roster/snapshots.ts'
import type { StorePlace } from './store/store.ts'
import { watchState } from './servers/watch-state.ts'
import { makeObserver } from './roster/observations.ts'

export interface ConsoleOptions extends Settings {
  version: string
  /** The user's home: where new sessions begin. */
  home: string
  /** The built app. */
  appFolder: string
  /** Where the command leaves pages for the browser. */
  launches: string
  logins: StorePlace
  passwords: StorePlace
  daemon: DaemonControl
}

export interface Console {
  options: ConsoleOptions
  tickets: Tickets
  launchPages: LaunchPages
  sessions: Sessions
  credentials: Credentials
  discovery: Discovery
  actions: DaemonActions
  hub: Hub
  snapshots: Snapshots
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
function watchServers(daemon: DaemonControl, credentials: Credentials) {
  const hub = makeHub()
  const observer = makeObserver()
  const strangeness = makeStrangeness()
  const feed = makeFeed(hub, {
    connected(server) {
      observer.gap(server)
      void discovery.refresh()
    },
    lost: () => void discovery.refresh(),
    saw: (server, message) => observer.note(server, message),
    strange: (server) => strangeness.note(server),
    gone: (server) => [hub, observer, strangeness].forEach((memory) => memory.forget(server)),
  })
  const discovery = makeDiscovery(daemon, credentials, {
    looked: (views) => feed.follow(followedOf(views)),
    changed: (list) => hub.servers(list),
    beside: (server) => ({
      ...droppedOf(strangeness.of(server)),
      ...(server === DAEMON_ID && guard.floods()),
    }),
  })
  const guard = guardTerminals(discovery)
  const figures = makeFigures(() => pidOf(discovery))
  const unwatch = watchState(daemon.folder, daemon.file, () => void discovery.refresh())
  return {
    hub,
    discovery,
    figures,
    noteDropped: (server: string, count: number) => strangeness.note(server, count),
    sourceOf(server: string, home: string) {
      const { directories, ...seen } = observer.of(server)
      const dropped = (count: number) => strangeness.note(server, count)
      return { directories: [home, ...directories], seen, dropped }
    },
    guard,
    dispose: () => [{ dispose: unwatch }, guard, figures, discovery, feed].forEach((part) => part.dispose()),
  }
}

function guardTerminals(discovery: Discovery): TerminalGuard {
  return makeTerminalGuard(
    () => discovery.find(DAEMON_ID)?.target ?? null,
    () => discovery.tell(),
  )
}

const droppedOf = (dropped: number) => (dropped > 0 ? { dropped } : {})

export async function openConsole(options: ConsoleOptions): Promise<Console> {
  const { daemon, port } = options
  const sessions = await openSessions({ ...options.logins, port })
  const credentials = await openCredentials(options.passwords)
  const launchPages = makeLaunchPages(options.launches)
  const watch = watchServers(daemon, credentials)
  const { hub, discovery, figures, guard } = watch
  const name = cookieName(port)
  return {
    options,
    tickets: makeTickets(),
    launchPages,
    sessions,
    credentials,
    discovery,
    actions: makeDaemonActions(daemon, discovery),
    hub,
    snapshots: makeSnapshots({
      position: () => hub.position(),
      sourceOf: (server) => watch.sourceOf(server, options.home),
    }),
    noteDropped: watch.noteDropped,
    figures,
    terminalGuard: guard,
    proxy: makeProxy(),
    terminals: makeTerminalProxy(),
    files: makeStaticFiles(options.appFolder, options.base),
    cookieName: name,
    sessionOf: (headers, over) => sessions.find(halvesOf(headers, name, over)),
    dispose() {
      watch.dispose()
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
