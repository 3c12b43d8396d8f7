/**
 * Which engines there are, the managed daemon first. Looked for every two seconds while a tab is there to be told; otherwise only when
 * daemon.json changes, an event stream breaks or somebody asks.
 */
import type { ServerInfo } from '../../shared/api.ts'
import { isNews } from './is-news.ts'
import { coalesce } from './coalesce.ts'
import type { Credentials } from './credentials.ts'
import type { DaemonControl, ServerView } from './daemon-control.ts'
import { makeDetails, type Reading } from './details.ts'
import { findOthers, remember } from './other-servers.ts'
import { makeLately, type Lately } from './lately.ts'
import { makePatience } from './patience.ts'
import { makePolling } from './polling.ts'

const POLL_MS = 2000

export interface DiscoveryListener {
  /** One that was found: gives it with what is known of its secrets. */
  found(view: ServerView): ServerView
  /** After every look: what can be talked to now. */
  looked(views: readonly ServerView[]): void
  /** The list changed in a way that tabs should know. */
  changed(list: ServerInfo[]): void
  /** What others know of this server: how much of what it said was dropped, which of its terminals were halted. */
  beside(server: string): Pick<ServerInfo, 'dropped' | 'floods'>
}

export interface Discovery {
  /** Settles with the first look: before it the list is empty. */
  readonly first: Promise<void>
  list(): ServerInfo[]
  find(id: string): ServerView | undefined
  /** Looks now. */
  refresh(): Promise<void>
  /** A server says that its projects are others. */
  projectsChanged(id: string): void
  /** Tells at once what has changed beside the looks. */
  tell(): void
  /** Polls until the returned function is called. */
  attend(): () => void
  /** While true, the managed daemon is shown as `starting`. Resolves with a look. */
  starting(value: boolean): Promise<void>
  dispose(): void
}

export function makeDiscovery(
  daemon: DaemonControl,
  credentials: Credentials,
  to: DiscoveryListener,
): Discovery {
  let views: ServerView[] = []
  let [isStarting, isDisposed] = [false, false]
  const reading = makeReading()
  const [patient, lately] = [makePatience(), makeLately()]
  const tellNews = makeNews((list) => to.changed(list))
  const list = () => views.map((view) => ({ ...shown(view, isStarting), ...to.beside(view.info.id) }))

  const refresh = coalesce(async () => {
    const managed = await daemon.look()
    const view = { ...managed, info: patient(managed.info) }
    const found = await lookAround({ managed: view, ports: daemon.ports, credentials, before: views, lately })
    views = await Promise.all(found.map((one) => reading.read(to.found(one))))
    if (isDisposed) return
    to.looked(views)
    tellNews(list())
  })
  const polling = makePolling(POLL_MS, refresh)

  return {
    // A look that failed, as without a free file descriptor, must not be what every request waits for and fails with.
    first: refresh().catch(() => undefined),
    list,
    find: (id) => views.find(({ info }) => info.id === id),
    refresh,
    projectsChanged: (id) => void (reading.stale(id) && refresh()),
    tell: () => tellNews(list()),
    attend: () => polling.attend(),
    starting(value) {
      isStarting = value
      if (value) tellNews(list())
      return refresh()
    },
    dispose() {
      isDisposed = true
      polling.dispose()
    },
  }
}

interface Surroundings {
  managed: ServerView
  ports: DaemonControl['ports']
  credentials: Credentials
  before: readonly ServerView[]
  lately: Lately
}

async function lookAround(around: Surroundings): Promise<ServerView[]> {
  const { managed, ports, credentials, before, lately } = around
  // An offline daemon's port is only where it would be: somebody else may be there.
  const except = managed.info.pid === undefined ? null : managed.info.port
  const others = await findOthers({ ports, except, credentials: credentials.all(), lately: lately.of })
  lately.note(others)
  // A file that cannot be written now is written at the next look.
  await credentials.forgetGone(new Set(others.map(({ info }) => info.id))).catch(() => undefined)
  return [managed, ...others, ...remember(before, others, credentials.all(), except)]
}

/** With what it tells about itself; its secrets are known before anything that it says goes to pages. */
function makeReading(): Reading {
  const details = makeDetails()
  return {
    async read(view) {
      const learned = view.info.health === 'healthy' ? view.target?.secrets?.prepare() : undefined
      const [known] = await Promise.all([details.read(view), learned])
      return known
    },
    stale: details.stale,
  }
}

function shown({ info }: ServerView, isStarting: boolean): ServerInfo {
  return isStarting && info.kind === 'managed' ? { ...info, health: 'starting' } : info
}

function makeNews(tell: (list: ServerInfo[]) => void): (list: ServerInfo[]) => void {
  let told: ServerInfo[] = []
  let toldAt = Number.NEGATIVE_INFINITY
  return (list) => {
    if (!isNews(told, list, performance.now() - toldAt)) return
    told = list
    toldAt = performance.now()
    tell(list)
  }
}
