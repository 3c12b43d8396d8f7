/** Engines that are not ours to manage, found by asking each port of the range where this user listens whether it is one. */
import { LOOPBACK, probe, serviceUrl, usersOnPorts, type Owner } from '@kilo-console/daemon'
import type { ServerInfo } from '../../shared/api.ts'
import type { KeptCredential } from './credentials.ts'
import { basic, type ServerView } from './daemon-control.ts'
import { foreignServer } from './foreign-server.ts'

/** Loopback answers within milliseconds; an engine that is busy is asked again two seconds later. */
const TIMEOUT_MS = 1000
/** Any process of this user, for what is no secret. */
const OWN: Owner = {}

export interface Search {
  ports: { first: number; last: number }
  /** The managed daemon's port, which is not asked. */
  except: number | null
  credentials: ReadonlyMap<number, KeptCredential>
}

export async function findOthers({ ports, except, credentials }: Search): Promise<ServerView[]> {
  const users = await usersOnPorts(ports)
  const numbers = Array.from({ length: ports.last - ports.first + 1 }, (_, at) => ports.first + at)
  const views = await Promise.all(
    numbers.map(async (port) => {
      const uid = users?.get(port)
      // Another user's is told of and not spoken to, not even to ask whether it is an engine (faults.md 56).
      if (uid !== undefined && uid !== process.getuid?.()) return foreignServer(port, uid)
      return port === except || (users && uid === undefined) ? null : askPort(port, credentials.get(port))
    }),
  )
  return views.filter((view) => view !== null)
}

/** First without a password: it is only sent to a server that says it wants one, and to the process that it was given for. */
export async function askPort(
  port: number,
  credential: KeptCredential | undefined,
): Promise<ServerView | null> {
  const url = serviceUrl({ hostname: LOOPBACK, port })
  const health = `${url}/global/health`
  const open = await probe(health, { timeoutMs: TIMEOUT_MS, owner: OWN })
  if (open.kind === 'healthy')
    return { info: infoOf(port, 'open', 'healthy', open.version), target: { url, owner: OWN } }
  if (open.kind !== 'locked') return null
  const locked = { info: infoOf(port, 'locked', 'locked', null), target: null }
  if (!credential) return locked
  const { owner } = credential
  const authorization = basic(credential.username, credential.password)
  const unlocked = await probe(health, { timeoutMs: TIMEOUT_MS, headers: { authorization }, owner })
  if (unlocked.kind !== 'healthy') return locked
  const info = infoOf(port, 'locked', 'healthy', unlocked.version)
  return { info, target: { url, authorization, owner } }
}

function infoOf(
  port: number,
  kind: ServerInfo['kind'],
  health: ServerInfo['health'],
  version: string | null,
): ServerInfo {
  const url = serviceUrl({ hostname: LOOPBACK, port })
  return { id: `port-${port}`, url, port, kind, health, version, projects: [], lastActive: null }
}

/** PURE: those that were here and are not now stay in the list, offline, as do those that we hold a password for. */
export function remember(
  before: readonly ServerView[],
  found: readonly ServerView[],
  credentials: ReadonlyMap<number, unknown>,
  managedPort: number | null,
): ServerView[] {
  const present = new Set([managedPort, ...found.map(({ info }) => info.port)])
  const known = new Map(
    before
      .filter(({ info }) => info.kind !== 'managed' && info.kind !== 'foreign')
      .map((view) => [view.info.port, view]),
  )
  const ports = new Set([...known.keys(), ...credentials.keys()])
  const gone = [...ports].filter((port) => !present.has(port))
  return gone.map((port) => {
    const info = known.get(port)?.info ?? infoOf(port, 'remembered', 'offline', null)
    return { info: { ...info, kind: 'remembered', health: 'offline' }, target: null }
  })
}
