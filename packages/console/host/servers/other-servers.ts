/** Engines that are not ours to manage, found by asking each port of the range whether it is one. */
import { probe } from '@kilo-console/daemon'
import type { ServerInfo } from '../../shared/api.ts'
import type { Credential } from './credentials.ts'
import { basic, type ServerView } from './daemon-control.ts'

/** Loopback answers within milliseconds; an engine that is busy is asked again two seconds later. */
const TIMEOUT_MS = 1000

export interface Search {
  ports: { first: number; last: number }
  /** The managed daemon's port, which is not asked. */
  except: number | null
  credentials: ReadonlyMap<number, Credential>
}

export async function findOthers({ ports, except, credentials }: Search): Promise<ServerView[]> {
  const numbers = Array.from({ length: ports.last - ports.first + 1 }, (_, at) => ports.first + at)
  const views = await Promise.all(
    numbers.filter((port) => port !== except).map((port) => askPort(port, credentials.get(port))),
  )
  return views.filter((view) => view !== null)
}

/** First without a password: it is only sent to a server that says it wants one. */
export async function askPort(port: number, credential: Credential | undefined): Promise<ServerView | null> {
  const url = `http://127.0.0.1:${port}`
  const health = `${url}/global/health`
  const open = await probe(health, { timeoutMs: TIMEOUT_MS })
  if (open.kind === 'healthy') return { info: infoOf(port, 'open', 'healthy', open.version), target: { url } }
  if (open.kind !== 'locked') return null
  if (!credential) return { info: infoOf(port, 'locked', 'locked', null), target: null }
  const authorization = basic(credential.username, credential.password)
  const unlocked = await probe(health, { timeoutMs: TIMEOUT_MS, headers: { authorization } })
  if (unlocked.kind !== 'healthy') return { info: infoOf(port, 'locked', 'locked', null), target: null }
  return { info: infoOf(port, 'locked', 'healthy', unlocked.version), target: { url, authorization } }
}

function infoOf(
  port: number,
  kind: ServerInfo['kind'],
  health: ServerInfo['health'],
  version: string | null,
): ServerInfo {
  const url = `http://127.0.0.1:${port}`
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
    before.filter(({ info }) => info.kind !== 'managed').map((view) => [view.info.port, view]),
  )
  const ports = new Set([...known.keys(), ...credentials.keys()])
  const gone = [...ports].filter((port) => !present.has(port))
  return gone.map((port) => {
    const info = known.get(port)?.info ?? infoOf(port, 'remembered', 'offline', null)
    return { info: { ...info, kind: 'remembered', health: 'offline' }, target: null }
  })
}
