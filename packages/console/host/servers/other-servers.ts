/** Engines that are not ours to manage, found by asking each port of the range where this user listens whether it is one. */
import { probe, usersOnPorts, type Owner } from '@kilo-console/daemon'
import type { ServerInfo } from '../../shared/api.ts'
import type { KeptCredential } from './credentials.ts'
import { basic, type ServerView } from './daemon-control.ts'
import { localServer } from './local-server.ts'
import { foreignServer } from './foreign-server.ts'

/** Loopback answers within milliseconds; an engine that is busy is asked again two seconds later, and is what it was until then. */
const TIMEOUT_MS = 1000
/** Any process of this user, for what is no secret. */
const OWN: Owner = {}

export interface Search {
  ports: { first: number; last: number }
  /** The managed daemon's port, which is not asked. */
  except: number | null
  /** By the server's id. */
  credentials: ReadonlyMap<string, KeptCredential>
  /** As it was when it last answered well, while that is not long ago. */
  lately: (id: string) => ServerView | undefined
}

export async function findOthers({ ports, except, credentials, lately }: Search): Promise<ServerView[]> {
  const users = await usersOnPorts(ports)
  const numbers = Array.from({ length: ports.last - ports.first + 1 }, (_, at) => ports.first + at)
  const views = await Promise.all(
    numbers.map(async (port) => {
      const uid = users?.get(port)
      // Another user's is told of and not spoken to, not even to ask whether it is an engine (faults.md 56).
      if (uid !== undefined && uid !== process.getuid?.()) return foreignServer(port, uid)
      return port === except || (users && uid === undefined)
        ? null
        : askPort(port, credentials.get(localServer(port).id), lately)
    }),
  )
  return views.filter((view) => view !== null)
}

/**
 * First without a password: it is only sent to a server that says it wants one, and to the process that it was given for. One that is silent is taken
 * for what it was lately.
 */
export async function askPort(
  port: number,
  credential: Omit<KeptCredential, 'url'> | undefined,
  lately: Search['lately'] = () => undefined,
): Promise<ServerView | null> {
  const { id, url } = localServer(port)
  const health = `${url}/global/health`
  const open = await probe(health, { timeoutMs: TIMEOUT_MS, owner: OWN })
  if (open.kind === 'healthy')
    return { info: infoOf(port, 'open', 'healthy', open.version), target: { url, owner: OWN } }
  if (open.kind === 'timeout') return lately(id) ?? null
  if (open.kind !== 'locked') return null
  const locked = { info: infoOf(port, 'locked', 'locked', null), target: null }
  if (!credential) return locked
  const { owner } = credential
  const authorization = basic(credential.username, credential.password)
  const unlocked = await probe(health, { timeoutMs: TIMEOUT_MS, headers: { authorization }, owner })
  if (unlocked.kind === 'timeout') return lately(id) ?? locked
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
  return { ...localServer(port), port, kind, health, version, projects: [], lastActive: null }
}

/** PURE: those that were here and are not now stay in the list, offline, as do those that we hold a password for. */
export function remember(
  before: readonly ServerView[],
  found: readonly ServerView[],
  credentials: ReadonlyMap<string, { url: string }>,
  managedPort: number | null,
): ServerView[] {
  const managed = managedPort === null ? [] : [localServer(managedPort).url]
  const present = new Set([...managed, ...found.map(({ info }) => info.url)])
  const known = before.map(({ info }) => info).filter(({ kind }) => kind !== 'managed' && kind !== 'foreign')
  const seen = new Set(known.map(({ id }) => id))
  const unseen = [...credentials].flatMap(([id, { url }]): ServerInfo[] =>
    seen.has(id) ? [] : [{ ...infoOf(Number(new URL(url).port), 'remembered', 'offline', null), id, url }],
  )
  const gone = [...known, ...unseen].filter(({ url }) => !present.has(url))
  return gone.map((info) => ({ info: { ...info, kind: 'remembered', health: 'offline' }, target: null }))
}
